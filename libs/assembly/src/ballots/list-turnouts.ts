import type { Day } from '#libs/kernel';
import { votingPackOn } from '#libs/law';
import { turnout } from '#libs/tally';
import type { EntityManager } from 'typeorm';

/** How far a vote has come, as the list of assemblies shows it. */
export interface ListedTurnout {
  readonly heads: number;
  readonly headsNeeded: number;
  /** Both scales have reached what must take part. */
  readonly isQuorate: boolean;
}

interface Row {
  readonly id: string;
  readonly ruledOn: Day;
  readonly parties: number;
  readonly heads: number;
  readonly weight: string;
  readonly castParties: number;
  readonly castHeads: number;
  readonly castWeight: string;
}

const TURNOUTS = `
  SELECT n.assembly_id AS id, n.on_day::text AS "ruledOn", count(*)::int AS parties, sum(e.heads)::int AS heads,
    sum(e.weight)::text AS weight, count(b.party_id)::int AS "castParties",
    coalesce(sum(e.heads) FILTER (WHERE b.party_id IS NOT NULL), 0)::int AS "castHeads",
    coalesce(sum(e.weight) FILTER (WHERE b.party_id IS NOT NULL), 0)::text AS "castWeight"
  FROM assembly_step n
  CROSS JOIN LATERAL (SELECT max(r.version) AS version FROM roll_version r
    WHERE r.city_id = $1 AND r.assembly_id = n.assembly_id) r
  JOIN roll_entry e ON e.city_id = $1 AND e.assembly_id = n.assembly_id AND e.version = r.version
  LEFT JOIN ballot b ON b.city_id = $1 AND b.assembly_id = n.assembly_id AND b.party_id = e.party_id
    AND b.replaces IS NULL
  WHERE n.city_id = $1 AND n.assembly_id = ANY($2::uuid[]) AND n.step = 'notice'
  GROUP BY n.assembly_id, n.on_day`;

function listed({ ruledOn, parties, heads, weight, castParties, castHeads, castWeight }: Row): ListedTurnout | null {
  // Every class asks the same quorum.
  const pack = votingPackOn('ordinary', ruledOn);
  if (!pack) return null;
  const quorum = turnout(pack.rule, {
    electorate: { parties, heads, weight: BigInt(weight) },
    participants: { parties: castParties, heads: castHeads, weight: BigInt(castWeight) },
  });
  return {
    heads: castHeads,
    headsNeeded: quorum.heads.need ?? 0,
    isQuorate: castParties > 0 && quorum.heads.met && quorum.weight.met,
  };
}

/** Who took part in each of these votes so far, in one statement however many they are. */
export async function turnoutsOf(
  manager: EntityManager,
  cityId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ListedTurnout | null>> {
  const rows = await manager.query<Row[]>(TURNOUTS, [cityId, ids]);
  return new Map(rows.map((row) => [row.id, listed(row)]));
}
