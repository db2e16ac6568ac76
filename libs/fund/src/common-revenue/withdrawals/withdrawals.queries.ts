import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Party } from '../../domain/common-revenue/consents.js';
import type { BasisKind, RevenueUse } from '../../domain/common-revenue/withdrawals.js';

export interface ConsentRow {
  readonly party: Party;
  readonly byId: string;
  readonly by: string;
  readonly at: string;
  readonly signedBy: string | null;
  readonly fileId: string | null;
}

export interface WithdrawalRow {
  readonly id: string;
  readonly compoundId: string;
  readonly use: RevenueUse;
  readonly amount: string;
  readonly payee: string;
  readonly memo: string;
  readonly fileId: string | null;
  readonly needed: number;
  readonly basisId: string | null;
  readonly document: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly consents: readonly ConsentRow[];
  readonly rejected: { readonly reason: string; readonly by: string } | null;
  readonly entry: {
    readonly id: string;
    readonly number: string;
    readonly day: Day;
    readonly isReversed: boolean;
  } | null;
}

const CONSENTS = `(SELECT coalesce(json_agg(json_build_object('party', c.party, 'byId', c.by_id, 'by', c.by_name,
    'at', c.at, 'signedBy', c.signed_by, 'fileId', c.file_id) ORDER BY c.at), '[]') FROM common_revenue_consent c
  WHERE c.city_id = w.city_id AND c.withdrawal_id = w.id)`;

const ENTRY = `(SELECT json_build_object('id', e.id, 'number', e.number::text, 'day', e.day::text, 'isReversed',
    EXISTS (SELECT 1 FROM ledger_entry v WHERE v.city_id = e.city_id AND v.book_id = e.book_id AND v.reverses = e.id))
  FROM common_revenue_posting o
  JOIN ledger_entry e ON e.city_id = o.city_id AND e.id = o.entry_id AND e.book_id = o.book_id
  WHERE o.city_id = w.city_id AND o.withdrawal_id = w.id)`;

const WITHDRAWALS = `
  SELECT w.id, w.compound_id AS "compoundId", w.use_code AS use, w.amount::text, w.payee, w.memo, w.file_id AS "fileId",
    w.consents_needed AS needed, w.basis_id AS "basisId", b.document, w.by_name AS "askedBy", w.at AS "askedAt",
    ${CONSENTS} AS consents, ${ENTRY} AS entry,
    (SELECT json_build_object('reason', r.reason, 'by', r.by_name) FROM common_revenue_rejection r
      WHERE r.city_id = w.city_id AND r.withdrawal_id = w.id) AS rejected
  FROM common_revenue_withdrawal w
  LEFT JOIN common_revenue_basis b ON b.city_id = w.city_id AND b.id = w.basis_id`;

/** Withdrawals of a compound, the newest first; those that were paid are also in its book. */
const MOST = 200;

export async function withdrawalsOf(
  manager: EntityManager,
  cityId: number,
  compoundId: string,
): Promise<readonly WithdrawalRow[]> {
  const text = `${WITHDRAWALS} WHERE w.city_id = $1 AND w.compound_id = $2 ORDER BY w.id DESC LIMIT ${MOST}`;
  return manager.query<WithdrawalRow[]>(text, [cityId, compoundId]);
}

export async function withdrawalRow(manager: EntityManager, cityId: number, id: string): Promise<WithdrawalRow | null> {
  const text = `${WITHDRAWALS} WHERE w.city_id = $1 AND w.id = $2`;
  return (await manager.query<WithdrawalRow[]>(text, [cityId, id]))[0] ?? null;
}

export interface BasisRow {
  readonly id: string;
  readonly kind: BasisKind;
  readonly use: RevenueUse;
  readonly most: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly document: string;
  readonly fileId: string | null;
  /** Of this year for a rule, in all for a resolution. */
  readonly drawn: string;
}

/** What withdrawals of a compound may rest on, with what was drawn in the year of a day. */
export async function basesOf(
  manager: EntityManager,
  cityId: number,
  { compoundId, day }: { readonly compoundId: string; readonly day: Day },
): Promise<readonly BasisRow[]> {
  return manager.query<BasisRow[]>(
    `SELECT b.id, b.kind, b.use_code AS use, b.most::text, b.from_day::text AS "from", b.until_day::text AS until,
       b.document, b.file_id AS "fileId", common_revenue_drawn(b.city_id, b.id,
         CASE WHEN b.kind = 'rule' THEN extract(year FROM $3::date)::int END)::text AS drawn
     FROM common_revenue_basis b WHERE b.city_id = $1 AND b.compound_id = $2 ORDER BY b.id`,
    [cityId, compoundId, day],
  );
}

/** What came into the book of a compound in a calendar year, and what was deducted as costs without a decision. */
export async function yearOf(
  manager: EntityManager,
  cityId: number,
  { compoundId, day }: { readonly compoundId: string; readonly day: Day },
): Promise<{ readonly income: bigint; readonly costs: bigint }> {
  const [row] = await manager.query<{ income: string; costs: string }[]>(
    `SELECT (SELECT coalesce(-sum(l.amount), 0) FROM ledger_book b
         JOIN ledger_account a ON a.city_id = b.city_id AND a.book_id = b.id AND a.kind = 'income'
         JOIN ledger_line l ON l.city_id = a.city_id AND l.account_id = a.id AND l.book_id = a.book_id
         WHERE b.city_id = $1 AND b.kind = 'common-revenue' AND b.compound_id = $2
           AND date_trunc('year', l.day) = date_trunc('year', $3::date))::text AS income,
       (SELECT coalesce(sum(w.amount), 0) FROM common_revenue_withdrawal w
         JOIN common_revenue_posting o ON o.city_id = w.city_id AND o.withdrawal_id = w.id
         JOIN ledger_entry e ON e.city_id = o.city_id AND e.id = o.entry_id AND e.book_id = o.book_id
         WHERE w.city_id = $1 AND w.compound_id = $2 AND w.basis_id IS NULL
           AND date_trunc('year', e.day) = date_trunc('year', $3::date)
           AND NOT EXISTS (SELECT 1 FROM ledger_entry v WHERE v.city_id = e.city_id AND v.book_id = e.book_id
             AND v.reverses = e.id))::text AS costs`,
    [cityId, compoundId, day],
  );
  return { income: BigInt(row?.income ?? 0), costs: BigInt(row?.costs ?? 0) };
}
