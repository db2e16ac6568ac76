import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { IncomeKind } from '../../domain/common-revenue/income.js';

export interface RevenueContractRow {
  readonly id: string;
  readonly compoundId: string;
  readonly kind: IncomeKind;
  readonly party: string;
  readonly number: string;
  readonly place: string;
  readonly from: Day;
  readonly until: Day;
  readonly endedOn: Day | null;
  readonly periodMonths: number;
  readonly amount: string;
  readonly graceDays: number;
  readonly resolution: string | null;
  readonly fileId: string;
  /** What came in under it and was not reversed. */
  readonly received: string;
}

const CONTRACTS = `
  SELECT c.id, c.compound_id AS "compoundId", c.kind, c.party, c.number, c.place, c.from_day::text AS "from",
    c.until_day::text AS until, g.last_day::text AS "endedOn", c.period_months AS "periodMonths", c.amount::text,
    c.grace_days AS "graceDays", r.title AS resolution, c.file_id AS "fileId",
    (SELECT coalesce(sum(i.amount), 0)::text FROM common_revenue_receipt i
      JOIN ledger_entry e ON e.city_id = i.city_id AND e.id = i.entry_id AND e.book_id = i.book_id
      WHERE i.city_id = c.city_id AND i.contract_id = c.id AND e.day <= $2
        AND NOT EXISTS (SELECT 1 FROM ledger_entry v WHERE v.city_id = e.city_id AND v.book_id = e.book_id
          AND v.reverses = e.id AND v.day <= $2)) AS received
  FROM common_revenue_contract c
  LEFT JOIN common_revenue_contract_ending g ON g.city_id = c.city_id AND g.contract_id = c.id
  LEFT JOIN resolution r ON r.city_id = c.city_id AND r.id = c.resolution_id`;

/** Contracts of a compound as they stood on a day, also those that begin later, in the order of their kinds. */
export async function contractsOf(
  manager: EntityManager,
  cityId: number,
  { compoundId, day }: { readonly compoundId: string; readonly day: Day },
): Promise<readonly RevenueContractRow[]> {
  const text = `${CONTRACTS} WHERE c.city_id = $1 AND c.compound_id = $3 ORDER BY c.kind, c.id`;
  return manager.query<RevenueContractRow[]>(text, [cityId, day, compoundId]);
}

export async function contractRow(
  manager: EntityManager,
  cityId: number,
  { id, day }: { readonly id: string; readonly day: Day },
): Promise<RevenueContractRow | null> {
  const text = `${CONTRACTS} WHERE c.city_id = $1 AND c.id = $3`;
  return (await manager.query<RevenueContractRow[]>(text, [cityId, day, id]))[0] ?? null;
}

/** What an entry brought to the account of a kind, in the book of a compound; null where it is none of its entries. */
export async function broughtBy(
  manager: EntityManager,
  cityId: number,
  { entryId, compoundId, kind }: { readonly entryId: string; readonly compoundId: string; readonly kind: string },
): Promise<{ readonly bookId: string; readonly amount: bigint } | null> {
  const rows = await manager.query<{ bookId: string; amount: string }[]>(
    `SELECT e.book_id AS "bookId", (-sum(l.amount))::text AS amount FROM ledger_entry e
     JOIN ledger_book b ON b.city_id = e.city_id AND b.id = e.book_id
     JOIN ledger_line l ON l.city_id = e.city_id AND l.entry_id = e.id AND l.book_id = e.book_id
     JOIN ledger_account a ON a.city_id = l.city_id AND a.id = l.account_id AND a.book_id = l.book_id
     WHERE e.city_id = $1 AND e.id = $2 AND b.kind = 'common-revenue' AND b.compound_id = $3 AND a.code = $4
       AND e.reverses IS NULL GROUP BY e.book_id`,
    [cityId, entryId, compoundId, kind],
  );
  const [row] = rows;
  return row ? { bookId: row.bookId, amount: BigInt(row.amount) } : null;
}
