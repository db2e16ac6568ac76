import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Gift, Outlay } from '../domain/gift-path.js';
import type { Use } from '../domain/uses.js';

/** What went in and out of the bank as gifts, and what of it is told by receipts and payments. */
interface MoveRow {
  readonly entryId: string;
  readonly at: string;
  readonly amount: string;
  readonly receiptId: string | null;
  readonly use: Use | null;
  readonly projectId: string | null;
}

/** Entries that stand, each with what it moved in the bank of one source. */
const MOVES = `
  SELECT e.id AS "entryId", e.number::text AS at, sum(l.amount)::text AS amount, r.id AS "receiptId",
    coalesce(r.use_code, p.use_code) AS use, coalesce(r.project_id, y.project_id) AS "projectId"
  FROM ledger_book b
  JOIN ledger_account a ON a.city_id = b.city_id AND a.book_id = b.id AND a.code = $2
  JOIN ledger_line l ON l.city_id = a.city_id AND l.account_id = a.id
  JOIN ledger_entry e ON e.city_id = l.city_id AND e.id = l.entry_id AND e.book_id = b.id
  LEFT JOIN fund_receipt r ON r.city_id = e.city_id AND r.entry_id = e.id
  LEFT JOIN fund_payment_posting o ON o.city_id = e.city_id AND o.entry_id = e.id
  LEFT JOIN fund_payment y ON y.city_id = o.city_id AND y.id = o.payment_id
  LEFT JOIN fund_project p ON p.city_id = y.city_id AND p.id = y.project_id
  WHERE b.city_id = $1 AND b.kind = 'beautiful-home' AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM ledger_entry v
    WHERE v.city_id = e.city_id AND v.book_id = e.book_id AND v.reverses = e.id)
  GROUP BY e.id, e.number, r.id, r.use_code, r.project_id, p.use_code, y.project_id ORDER BY e.number`;

export interface Moves {
  readonly gifts: readonly Gift[];
  readonly outlays: readonly Outlay[];
}

/** Gifts and payments of 社会捐赠 in the order of the book; a gift without a receipt is known by its entry. */
export async function movesOfGifts(manager: EntityManager, cityId: number): Promise<Moves> {
  const rows = await manager.query<MoveRow[]>(MOVES, [cityId, '1002:F5']);
  const told = rows.map((row) => ({ ...row, at: BigInt(row.at), amount: BigInt(row.amount) }));
  return {
    gifts: told
      .filter(({ amount }) => amount > 0n)
      .map(({ entryId, receiptId, amount, at, use, projectId }) => {
        return { id: receiptId ?? entryId, amount, at, use, projectId };
      }),
    outlays: told
      .filter(({ amount }) => amount < 0n)
      .map(({ entryId, amount, at, use, projectId }) => ({ id: entryId, amount: -amount, at, use, projectId })),
  };
}

/** What everybody is told of the project that an entry paid for. */
export interface SpendingRow {
  readonly entryId: string;
  readonly entryNumber: string;
  readonly day: Day;
  readonly paid: string;
  readonly payee: string;
  readonly projectId: string;
  readonly project: string;
  readonly compound: string;
  readonly use: Use;
  readonly beneficiary: string | null;
  readonly isEmergency: boolean;
  readonly appliedOn: Day;
  readonly decision: string;
  readonly decidedOn: Day;
  readonly decided: string;
  readonly contract: { readonly number: string; readonly counterparty: string; readonly onDay: Day } | null;
  readonly acceptance: { readonly onDay: Day; readonly note: string } | null;
}

const SPENDINGS = `
  SELECT e.id AS "entryId", e.number::text AS "entryNumber", e.day::text, y.amount::text AS paid, y.payee,
    p.id AS "projectId", p.title AS project, v.name AS compound, p.use_code AS use, p.beneficiary,
    p.emergency IS NOT NULL AS "isEmergency", p.applied_on::text AS "appliedOn", d.document AS decision,
    d.decided_on::text AS "decidedOn", d.amount::text AS decided,
    (SELECT json_build_object('number', s.number, 'counterparty', s.counterparty, 'onDay', s.on_day::text)
      FROM fund_project_step s WHERE s.city_id = p.city_id AND s.project_id = p.id AND s.step = 'contract') AS contract,
    (SELECT json_build_object('onDay', s.on_day::text, 'note', s.note)
      FROM fund_project_step s WHERE s.city_id = p.city_id AND s.project_id = p.id AND s.step = 'acceptance')
      AS acceptance
  FROM fund_payment_posting o
  JOIN ledger_entry e ON e.city_id = o.city_id AND e.id = o.entry_id AND e.book_id = o.book_id
  JOIN fund_payment y ON y.city_id = o.city_id AND y.id = o.payment_id
  JOIN fund_project p ON p.city_id = y.city_id AND p.id = y.project_id
  JOIN fund_project_step n ON n.city_id = p.city_id AND n.project_id = p.id AND n.step = 'decision'
  JOIN fund_decision d ON d.city_id = n.city_id AND d.id = n.decision_id
  JOIN LATERAL (SELECT v.name FROM compound_version v WHERE v.city_id = p.city_id AND v.compound_id = p.compound_id
    AND v.superseded_at IS NULL ORDER BY v.valid_from DESC LIMIT 1) v ON true
  WHERE o.city_id = $1 AND o.entry_id = ANY ($2::uuid[]) ORDER BY e.number`;

export async function spendingsOf(
  manager: EntityManager,
  cityId: number,
  entryIds: readonly string[],
): Promise<readonly SpendingRow[]> {
  return manager.query<SpendingRow[]>(SPENDINGS, [cityId, entryIds]);
}
