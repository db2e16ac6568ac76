import type { Day, Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';

/** What the records tie a person to. */
export interface Ties {
  /** Compounds in which they declared an interest. */
  readonly compounds: ReadonlySet<string>;
  /** Names and credit codes of firms for which they work, or to which they declared a tie. */
  readonly names: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

/** Interests declared, grants over firms, and ties that members of committees declared. */
const TIES = `
  SELECT i.compound_id::text AS compound, NULL AS name, NULL AS code FROM interest_declaration i
  WHERE i.city_id = $1 AND i.user_id = $2 AND i.ended_at IS NULL
  UNION ALL SELECT NULL, c.name, c.credit_code FROM role_grant g
  JOIN company c ON c.city_id = g.city_id AND c.id = g.company_id
  WHERE g.city_id = $1 AND g.user_id::text = $2 AND g.ended_at IS NULL AND (g.valid_to IS NULL OR g.valid_to >= $3)
  UNION ALL SELECT NULL, k.subject, NULL FROM committee_sign_in s
  JOIN committee_conflict k ON k.city_id = s.city_id AND k.committee_id = s.committee_id AND k.person_id = s.person_id
  WHERE s.city_id = $1 AND s.user_id::text = $2 AND NOT EXISTS (SELECT 1 FROM committee_conflict_end e
    WHERE e.city_id = k.city_id AND e.conflict_id = k.id)`;

interface Row {
  readonly compound: string | null;
  readonly name: string | null;
  readonly code: string | null;
}

/** What ties the caller, on a day. */
export async function tiesOf(manager: EntityManager, { cityId, actor }: Principal, on: Day): Promise<Ties> {
  const rows = await manager.query<Row[]>(TIES, [cityId, actor.id, on]);
  const told = (of: (row: Row) => string | null): ReadonlySet<string> =>
    new Set(rows.map(of).filter((each) => each !== null));
  return {
    compounds: told(({ compound }) => compound),
    names: told(({ name }) => name),
    codes: told(({ code }) => code),
  };
}
