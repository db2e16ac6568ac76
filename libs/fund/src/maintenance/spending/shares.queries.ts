import type { EntityManager } from 'typeorm';

export interface ShareRow {
  readonly unitId: string;
  readonly area: string;
  readonly amount: string;
  readonly isDevelopers: boolean;
  readonly taken: string;
}

/** Of the contract, once there is one; before, of what was asked for. */
const BORNE = `coalesce((SELECT sum(x.amount) FROM maintenance_instalment_share x WHERE x.city_id = h.city_id
  AND x.spending_id = h.spending_id AND x.unit_id = h.unit_id), h.amount)::text`;

const SHARES = `
  SELECT h.unit_id AS "unitId", h.area::text, ${BORNE} AS amount, h.is_developers AS "isDevelopers",
    coalesce(t.amount, 0)::text AS taken
  FROM maintenance_spending s JOIN maintenance_share h ON h.city_id = s.city_id AND h.spending_id = s.id
  LEFT JOIN (SELECT t.unit_id, sum(t.amount) AS amount FROM maintenance_spending s
    CROSS JOIN LATERAL maintenance_taken(s.city_id, s.resolution_id, s.act_id) t
    WHERE s.city_id = $1 AND s.id = $2 AND t.spending_id = s.id GROUP BY t.unit_id) t ON t.unit_id = h.unit_id
  WHERE s.city_id = $1 AND s.id = $2`;

/** Who bears how much, and what was taken. */
export async function sharesOfSpending(
  manager: EntityManager,
  cityId: number,
  id: string,
): Promise<readonly ShareRow[]> {
  return manager.query<ShareRow[]>(SHARES, [cityId, id]);
}

/** What one home bears of a repair, and gave of it; in fen. */
export type OwnShare = Pick<ShareRow, 'amount' | 'taken'>;

/** What one home bears of each of some repairs. */
export async function sharesOfHome(
  manager: EntityManager,
  cityId: number,
  { unitId, ids }: { readonly unitId: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, OwnShare>> {
  const rows = await manager.query<(OwnShare & { readonly id: string })[]>(
    `SELECT h.spending_id AS id, ${BORNE} AS amount, (SELECT coalesce(sum(t.amount), 0)::text
         FROM maintenance_taken(s.city_id, s.resolution_id, s.act_id) t
         WHERE t.spending_id = s.id AND t.unit_id = h.unit_id) AS taken
       FROM maintenance_share h JOIN maintenance_spending s ON s.city_id = h.city_id AND s.id = h.spending_id
       WHERE h.city_id = $1 AND h.unit_id = $2 AND h.spending_id = ANY ($3::uuid[])`,
    [cityId, unitId, ids],
  );
  return new Map(rows.map(({ id, ...share }) => [id, share]));
}
