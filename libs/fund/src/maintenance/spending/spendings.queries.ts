import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Benefit } from '../../domain/maintenance/cost-split.js';
import type { Emergency } from '../../domain/uses.js';
import type { FundDecision } from '../../spending/tables/fund-decision.entity.js';

interface Approval {
  readonly id: string;
  readonly name: string;
  readonly at: string;
}

/** A repair with everything that happened to it; amounts in fen, as text. */
export interface SpendingRow {
  readonly id: string;
  readonly compoundId: string;
  readonly title: string;
  readonly benefit: Benefit;
  readonly building: string | null;
  readonly stairway: string | null;
  readonly amount: string;
  readonly payee: string;
  readonly emergency: Emergency | null;
  readonly askedOn: Day;
  readonly askedById: string;
  readonly askedBy: string;
  readonly document: string;
  readonly decidedOn: Day;
  readonly approvals: readonly Approval[];
  readonly rejected: string | null;
  readonly taken: string;
}

export interface ShareRow {
  readonly unitId: string;
  readonly area: string;
  readonly amount: string;
  readonly isDevelopers: boolean;
  readonly taken: string;
}

const SPENDINGS = `
  SELECT s.id, s.compound_id AS "compoundId", s.title, s.benefit, s.building, s.stairway, s.amount::text, s.payee,
    s.emergency, s.asked_on::text AS "askedOn", s.by_id AS "askedById", s.by_name AS "askedBy", d.document,
    d.decided_on::text AS "decidedOn", (SELECT coalesce(json_agg(json_build_object('id', a.by_id, 'name', a.by_name,
      'at', a.at) ORDER BY a.position), '[]') FROM maintenance_spending_approval a
      WHERE a.city_id = s.city_id AND a.spending_id = s.id) AS approvals,
    (SELECT r.reason FROM maintenance_spending_rejection r WHERE r.city_id = s.city_id AND r.spending_id = s.id)
      AS rejected,
    (SELECT coalesce(sum(t.amount), 0)::text FROM maintenance_taken(s.city_id, s.resolution_id, s.act_id) t
      WHERE t.spending_id = s.id) AS taken
  FROM maintenance_spending s JOIN fund_decision d ON d.city_id = s.city_id
    AND (d.resolution_id = s.resolution_id OR d.act_id = s.act_id)
  WHERE s.city_id = $1`;

/** Of a compound, the newest first. */
export async function spendingsOf(
  manager: EntityManager,
  cityId: number,
  { compoundId, after, limit }: { readonly compoundId: string; readonly after: string | null; readonly limit: number },
): Promise<readonly SpendingRow[]> {
  const text = `${SPENDINGS} AND s.compound_id = $2 AND ($3::uuid IS NULL OR s.id < $3) ORDER BY s.id DESC LIMIT $4`;
  return manager.query<SpendingRow[]>(text, [cityId, compoundId, after, limit]);
}

export async function spendingRow(manager: EntityManager, cityId: number, id: string): Promise<SpendingRow | null> {
  const [row] = await manager.query<SpendingRow[]>(`${SPENDINGS} AND s.id = $2`, [cityId, id]);
  return row ?? null;
}

const SHARES = `
  SELECT h.unit_id AS "unitId", h.area::text, h.amount::text, h.is_developers AS "isDevelopers",
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

/** How much of a decision repairs were asked for, without those rejected. */
export async function askedUnder(
  manager: EntityManager,
  cityId: number,
  { resolutionId, actId }: Pick<FundDecision, 'resolutionId' | 'actId'>,
): Promise<bigint> {
  const [row] = await manager.query<{ sum: string }[]>(
    `SELECT coalesce(sum(s.amount), 0)::text AS sum FROM maintenance_spending s
     WHERE s.city_id = $1 AND (s.resolution_id = $2 OR s.act_id = $3) AND NOT EXISTS (
       SELECT 1 FROM maintenance_spending_rejection r WHERE r.city_id = s.city_id AND r.spending_id = s.id)`,
    [cityId, resolutionId, actId],
  );
  return BigInt(row?.sum ?? 0);
}

/** The building and stairway whose owners decided, of a resolution; null where all of the compound did. */
export async function decidersOf(
  manager: EntityManager,
  cityId: number,
  resolutionId: string,
): Promise<{ readonly building: string | null; readonly stairway: string | null }> {
  const [row] = await manager.query<{ building: string | null; stairway: string | null }[]>(
    `SELECT a.building, a.stairway FROM resolution r JOIN assembly a ON a.city_id = r.city_id AND a.id = r.assembly_id
     WHERE r.city_id = $1 AND r.id = $2`,
    [cityId, resolutionId],
  );
  return row ?? { building: null, stairway: null };
}
