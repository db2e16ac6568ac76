import { enterCity } from '#libs/platform';
import type { EntityManager } from 'typeorm';

/** A vote that goes on while the database is to be changed. */
export interface OpenVote {
  readonly cityId: number;
  readonly id: string;
  readonly compound: string;
  readonly title: string;
  /** As people write it, in Shanghai. */
  readonly until: string;
}

/** A rehearsal decides nothing and is not waited for; the window is judged by the clock that ballots go by. */
const OPEN = `
  SELECT t.city_id AS "cityId", t.id, t.title,
    (SELECT v.name FROM compound_version v WHERE v.city_id = t.city_id AND v.compound_id = t.compound_id
       AND v.superseded_at IS NULL ORDER BY v.valid_from DESC LIMIT 1) AS compound,
    to_char(w.closes_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS until
  FROM assembly t
  CROSS JOIN LATERAL (SELECT max(s.closes_at) AS closes_at, bool_or(s.step = 'opening') AS is_open,
      bool_or(s.step IN ('closure', 'cancellation')) AS is_over
    FROM assembly_step s WHERE s.city_id = t.city_id AND s.assembly_id = t.id) w
  WHERE t.city_id = $1 AND NOT t.is_rehearsal AND w.is_open AND NOT w.is_over AND w.closes_at > clock_timestamp()
  ORDER BY w.closes_at, t.id`;

/** The votes of all cities that are open now; the owner of the tables enters one city after the other. */
export async function openVotes(manager: EntityManager): Promise<readonly OpenVote[]> {
  const [there] = await manager.query<{ there: boolean }[]>(`SELECT to_regclass('ballot') IS NOT NULL AS there`);
  if (!there?.there) return [];
  const cities = await manager.query<{ id: number }[]>('SELECT id FROM city ORDER BY id');
  const votes: OpenVote[] = [];
  for (const { id } of cities) {
    votes.push(
      ...(await manager.transaction(async (inCity) => {
        await inCity.query(enterCity(id));
        return inCity.query<OpenVote[]>(OPEN, [id]);
      })),
    );
  }
  return votes;
}
