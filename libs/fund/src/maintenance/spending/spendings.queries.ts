import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Benefit } from '../../domain/maintenance/cost-split.js';
import type { Acceptor, RepairFacts, RepairPaper } from '../../domain/maintenance/repair-papers.js';
import type { Emergency } from '../../domain/uses.js';
import { INSTALMENTS, type InstalmentRow } from './instalments/instalments.queries.js';
import { quotesOf, type QuoteRow } from '../../spending/contracts/quote-writer.js';
import type { FundDecision } from '../../spending/tables/fund-decision.entity.js';

/** 合同, as it was recorded. */
interface ContractRow {
  readonly number: string;
  readonly counterparty: string;
  readonly creditCode: string | null;
  readonly amount: string;
  readonly onDay: Day;
  /** Why not the lowest quote, where it is not. */
  readonly note: string | null;
  readonly by: string;
}

/** 验收. */
interface AcceptanceRow {
  readonly onDay: Day;
  readonly acceptors: readonly Acceptor[];
  readonly note: string;
  readonly by: string;
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
  readonly rejected: string | null;
  readonly taken: string;
  readonly instalments: readonly InstalmentRow[];
  readonly quotes: readonly QuoteRow[];
  readonly contract: ContractRow | null;
  readonly acceptance: AcceptanceRow | null;
  readonly papers: readonly RepairPaper[];
  /** When the second of two approved what settles it. */
  readonly approvedOn: Day | null;
}

/** What homes owe in all: by the contract once there is one. */
export const costOf = ({ amount, contract }: Pick<SpendingRow, 'amount' | 'contract'>): bigint =>
  BigInt(contract?.amount ?? amount);

/** What the rules of its papers ask of a repair. */
export function factsOf({ emergency, rejected, papers }: SpendingRow): RepairFacts {
  return { isEmergency: emergency !== null, isRejected: rejected !== null, papers };
}

const CONTRACT = `(SELECT json_build_object('number', c.number, 'counterparty', c.counterparty,
    'creditCode', c.credit_code, 'amount', c.amount::text, 'onDay', c.on_day::text, 'note', c.note, 'by', c.by_name)
  FROM maintenance_spending_step c WHERE c.city_id = s.city_id AND c.spending_id = s.id AND c.step = 'contract')`;
const ACCEPTANCE = `(SELECT json_build_object('onDay', c.on_day::text, 'acceptors', to_json(c.acceptors),
    'note', c.note, 'by', c.by_name)
  FROM maintenance_spending_step c WHERE c.city_id = s.city_id AND c.spending_id = s.id AND c.step = 'acceptance')`;
/** Its invoice is of the whole or of what settles it, and hangs there or on an entry that paid that. */
const PAPERS = `ARRAY(SELECT c.step FROM maintenance_spending_step c
    WHERE c.city_id = s.city_id AND c.spending_id = s.id
  UNION ALL SELECT 'invoice' WHERE EXISTS (SELECT 1 FROM fund_voucher v
    LEFT JOIN maintenance_instalment i ON i.city_id = s.city_id AND i.spending_id = s.id AND i.kind = 'settlement'
    WHERE v.city_id = s.city_id AND v.kind = 'invoice'
      AND (v.spending_id = s.id AND coalesce(v.instalment = i.position, true) OR v.entry_id IN (SELECT k.entry_id
        FROM maintenance_taking k WHERE k.city_id = s.city_id AND k.spending_id = s.id
          AND k.instalment = i.position))))`;
const APPROVED_ON = `(SELECT (a.at AT TIME ZONE 'Asia/Shanghai')::date::text FROM maintenance_instalment i
  JOIN maintenance_request q ON q.city_id = i.city_id AND q.spending_id = i.spending_id AND q.instalment = i.position
  JOIN maintenance_spending_approval a ON a.city_id = q.city_id AND a.request_id = q.id AND a.position = 2
  WHERE i.city_id = s.city_id AND i.spending_id = s.id AND i.kind = 'settlement')`;

const SPENDINGS = `
  SELECT s.id, s.compound_id AS "compoundId", s.title, s.benefit, s.building, s.stairway, s.amount::text, s.payee,
    s.emergency, s.asked_on::text AS "askedOn", s.by_id AS "askedById", s.by_name AS "askedBy", d.document,
    d.decided_on::text AS "decidedOn", ${INSTALMENTS} AS instalments,
    (SELECT r.reason FROM maintenance_spending_rejection r WHERE r.city_id = s.city_id AND r.spending_id = s.id)
      AS rejected,
    (SELECT coalesce(sum(t.amount), 0)::text FROM maintenance_taken(s.city_id, s.resolution_id, s.act_id) t
      WHERE t.spending_id = s.id) AS taken,
    ${quotesOf('spending_id', 's')} AS quotes, ${CONTRACT} AS contract, ${ACCEPTANCE} AS acceptance,
    ${PAPERS} AS papers, ${APPROVED_ON} AS "approvedOn"
  FROM maintenance_spending s JOIN fund_decision d ON d.city_id = s.city_id
    AND (d.resolution_id = s.resolution_id OR d.act_id = s.act_id)
  WHERE s.city_id = $1`;

export interface SpendingsAsked {
  readonly compoundId: string;
  readonly after: string | null;
  readonly limit: number;
  /** Only those of which this home bears a share. */
  readonly unitId?: string;
  /** Only those that were not sent back. */
  readonly isStanding?: boolean;
}

/** Of a compound, the newest first. */
export async function spendingsOf(
  manager: EntityManager,
  cityId: number,
  { compoundId, after, limit, unitId, isStanding = false }: SpendingsAsked,
): Promise<readonly SpendingRow[]> {
  const text = `${SPENDINGS} AND s.compound_id = $2 AND ($3::uuid IS NULL OR s.id < $3)
      AND ($5::uuid IS NULL OR EXISTS (SELECT 1 FROM maintenance_share h
        WHERE h.city_id = s.city_id AND h.spending_id = s.id AND h.unit_id = $5))
      AND NOT ($6::boolean AND EXISTS (SELECT 1 FROM maintenance_spending_rejection r
        WHERE r.city_id = s.city_id AND r.spending_id = s.id))
    ORDER BY s.id DESC LIMIT $4`;
  return manager.query<SpendingRow[]>(text, [cityId, compoundId, after, limit, unitId ?? null, isStanding]);
}

/** A repair of which money was approved and papers are lacking. */
export interface LackingRow {
  readonly id: string;
  readonly compoundId: string;
  readonly compound: string;
  readonly title: string;
  readonly payee: string;
  readonly papers: readonly RepairPaper[];
  readonly approvedOn: Day;
}

/** Of the compounds within a scope, whose parameters come after the first. */
export async function lackingSpendings(
  manager: EntityManager,
  cityId: number,
  scoped: { readonly text: string; readonly parameters: readonly unknown[] },
): Promise<readonly LackingRow[]> {
  return manager.query<LackingRow[]>(
    `SELECT * FROM (SELECT s.id, s.compound_id AS "compoundId", v.name AS compound, s.title, s.payee,
         ${PAPERS} AS papers, ${APPROVED_ON} AS "approvedOn"
       FROM maintenance_spending s JOIN LATERAL (SELECT v.name FROM compound_version v WHERE v.city_id = s.city_id
         AND v.compound_id = s.compound_id AND v.superseded_at IS NULL ORDER BY v.valid_from DESC LIMIT 1) v ON true
       WHERE s.city_id = $1 AND ${scoped.text}) x
     WHERE x."approvedOn" IS NOT NULL AND cardinality(x.papers) < 3`,
    [cityId, ...scoped.parameters],
  );
}

export async function spendingRow(manager: EntityManager, cityId: number, id: string): Promise<SpendingRow | null> {
  const [row] = await manager.query<SpendingRow[]>(`${SPENDINGS} AND s.id = $2`, [cityId, id]);
  return row ?? null;
}

/** How much of a decision repairs take, each by its contract once it has one, without those rejected. */
export async function askedUnder(
  manager: EntityManager,
  cityId: number,
  { resolutionId, actId }: Pick<FundDecision, 'resolutionId' | 'actId'>,
): Promise<bigint> {
  const [row] = await manager.query<{ sum: string }[]>(
    `SELECT coalesce(sum(coalesce(c.amount, s.amount)), 0)::text AS sum FROM maintenance_spending s
     LEFT JOIN maintenance_spending_step c ON c.city_id = s.city_id AND c.spending_id = s.id AND c.step = 'contract'
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
