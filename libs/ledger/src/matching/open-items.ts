import type { Day } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { BankAccount } from './bank-account.js';

/** A line of the bank that is no entry yet, amounts in smallest units as text. */
export interface OpenRow {
  readonly id: string;
  readonly statementId: string;
  readonly rowNumber: number;
  readonly day: Day;
  readonly time: string | null;
  readonly amount: string;
  readonly counterparty: string | null;
  readonly summary: string | null;
  readonly reference: string | null;
}

/** An entry on the account that is no line of the bank yet. */
export interface OpenEntry {
  readonly id: string;
  readonly number: string;
  readonly day: Day;
  readonly amount: string;
  readonly memo: string;
  readonly reverses: string | null;
}

/** The first of many, and what all of them come to. */
export interface Open<T> {
  readonly items: readonly T[];
  readonly count: number;
  readonly received: bigint;
  readonly paid: bigint;
}

export interface OpenAsked {
  /** Entries before this day count as known to the bank. */
  readonly from: Day;
  /** As it stood at the end of this day: a match with something later does not stand yet. */
  readonly until: Day;
  readonly limit: number;
}

/** Matches that stand at the end of the day $4; $1 is the city, $2 the account. */
const STANDING = `
  standing AS MATERIALIZED (
    SELECT m.id FROM statement_match m WHERE m.city_id = $1 AND m.account_id = $2
      AND NOT EXISTS (SELECT 1 FROM statement_match_undoing u WHERE u.city_id = $1 AND u.match_id = m.id)
      AND NOT EXISTS (SELECT 1 FROM statement_match_row x
        JOIN bank_statement_row r ON r.city_id = $1 AND r.id = x.row_id
        WHERE x.city_id = $1 AND x.match_id = m.id AND r.day > $4::date)
      AND NOT EXISTS (SELECT 1 FROM statement_match_entry x JOIN ledger_entry e ON e.city_id = $1 AND e.id = x.entry_id
        WHERE x.city_id = $1 AND x.match_id = m.id AND e.day > $4::date))`;

const SUMS = `count(*) OVER ()::int AS "inAll", sum(greatest(amount, 0)) OVER ()::text AS received,
  sum(greatest(-amount, 0)) OVER ()::text AS paid`;

const ROWS = `
  WITH ${STANDING}, matched AS (SELECT x.row_id FROM statement_match_row x JOIN standing s ON s.id = x.match_id
    WHERE x.city_id = $1)
  SELECT id, statement_id AS "statementId", row_number AS "rowNumber", day::text, time, amount::text, counterparty,
    summary, reference, ${SUMS}
  FROM bank_statement_row r WHERE city_id = $1 AND account_id = $2 AND NOT is_neutral AND day <= $4
    AND day >= $3 AND NOT EXISTS (SELECT 1 FROM matched WHERE matched.row_id = r.id)
  ORDER BY r.day, r.id LIMIT $5`;

/** An entry and its reversal that the bank both never saw are no money together. */
const ENTRIES = `
  WITH ${STANDING}, moved AS (SELECT l.entry_id, sum(l.amount)::bigint AS amount FROM ledger_line l
    WHERE l.city_id = $1 AND l.account_id = ANY ($6::uuid[]) AND l.day <= $4
    GROUP BY l.entry_id HAVING sum(l.amount) <> 0),
  taken AS (SELECT x.entry_id, bool_or(s.id IS NOT NULL) AS is_standing FROM statement_match_entry x
    LEFT JOIN standing s ON s.id = x.match_id WHERE x.city_id = $1 AND x.account_id = $2
      AND NOT EXISTS (SELECT 1 FROM statement_match_undoing u WHERE u.city_id = $1 AND u.match_id = x.match_id)
    GROUP BY x.entry_id),
  open AS MATERIALIZED (SELECT e.id, e.number, e.day, e.memo, e.reverses, moved.amount, t.entry_id IS NULL AS is_free
    FROM moved JOIN ledger_entry e ON e.city_id = $1 AND e.id = moved.entry_id AND e.book_id = $7
    LEFT JOIN taken t ON t.entry_id = e.id
    WHERE CASE WHEN t.entry_id IS NULL THEN e.day >= $3 ELSE NOT t.is_standing END)
  SELECT id, number, day::text, amount::text, memo, reverses, ${SUMS} FROM open o
  WHERE NOT (o.is_free AND EXISTS (SELECT 1 FROM open p WHERE p.is_free AND (p.reverses = o.id OR p.id = o.reverses)))
  ORDER BY o.day, o.number LIMIT $5`;

interface Summed {
  readonly inAll: number;
  readonly received: string;
  readonly paid: string;
}

function openOf<T>(rows: readonly (T & Summed)[]): Open<T> {
  const [first] = rows;
  const items = rows.map(({ inAll: _, received: _in, paid: _out, ...item }) => item as unknown as T);
  return { items, count: first?.inAll ?? 0, received: BigInt(first?.received ?? 0), paid: BigInt(first?.paid ?? 0) };
}

/** Lines of the bank that are no entry, the oldest first. */
export async function openRows(
  manager: EntityManager,
  { cityId, id }: BankAccount,
  { from, until, limit }: OpenAsked,
): Promise<Open<OpenRow>> {
  return openOf(await manager.query<(OpenRow & Summed)[]>(ROWS, [cityId, id, from, until, limit]));
}

/** Entries on the account that are no line of the bank, the oldest first. */
export async function openEntries(
  manager: EntityManager,
  { cityId, id, ids, bookId }: BankAccount,
  { from, until, limit }: OpenAsked,
): Promise<Open<OpenEntry>> {
  const values = [cityId, id, from, until, limit, ids, bookId];
  return openOf(await manager.query<(OpenEntry & Summed)[]>(ENTRIES, values));
}

/** From when to when the bank's lines of an account are known; null where there are none. */
export async function daysKnown(
  manager: EntityManager,
  { cityId, id }: BankAccount,
): Promise<{ readonly from: Day; readonly to: Day } | null> {
  const [row] = await manager.query<{ from: Day | null; to: Day | null }[]>(
    `SELECT min(day)::text AS "from", max(day)::text AS "to" FROM bank_statement_row
     WHERE city_id = $1 AND account_id = $2`,
    [cityId, id],
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}
