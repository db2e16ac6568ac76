import { DomainError } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { BankEntry, BankLine } from '../domain/matching/proposals.js';
import type { BankAccount } from './bank-account.js';

/** A line of the bank, and for which time it would be matched. */
export interface RowToMatch extends BankLine {
  readonly rowNumber: number;
  readonly nth: number;
  readonly isMatched: boolean;
}

export interface EntryToMatch extends BankEntry {
  readonly number: string;
  readonly nth: number;
}

const TIMES = (table: string, own: string, accounts = '$2'): string => `
  (SELECT count(*)::int + 1 FROM ${table} x WHERE x.city_id = $1 AND x.account_id = $2 AND ${own}) AS nth,
  EXISTS (SELECT 1 FROM ${table} x WHERE x.city_id = $1 AND x.account_id IN (${accounts}) AND ${own} AND NOT EXISTS (
    SELECT 1 FROM statement_match_undoing u WHERE u.city_id = $1 AND u.match_id = x.match_id)) AS "isMatched"`;

/** Accounts whose statements would tell of the same money: those below $6, those above it, and itself. */
const SAME_MONEY = `SELECT id FROM ledger_account WHERE city_id = $1 AND book_id = $4
  AND (id = $2 OR starts_with(code, $6 || ':') OR starts_with($6, code || ':'))`;

const ROWS = `
  SELECT r.id, r.row_number AS "rowNumber", r.day::text, r.amount::text, r.is_neutral AS "isNeutral", r.counterparty,
    r.summary, r.reference, ${TIMES('statement_match_row', 'x.row_id = r.id')}
  FROM bank_statement_row r WHERE r.city_id = $1 AND r.account_id = $2 AND r.id = ANY ($3::uuid[])
  ORDER BY r.day, r.id`;

const ENTRIES = `
  SELECT e.id, e.number, e.day::text, e.memo, e.reverses, sum(l.amount)::text AS amount,
    ${TIMES('statement_match_entry', 'x.entry_id = e.id', SAME_MONEY)}
  FROM ledger_entry e JOIN ledger_line l ON l.city_id = $1 AND l.entry_id = e.id AND l.account_id = ANY ($5::uuid[])
  WHERE e.city_id = $1 AND e.book_id = $4 AND e.id = ANY ($3::uuid[])
  GROUP BY e.id, e.number, e.day, e.memo, e.reverses ORDER BY e.number`;

type Told<T> = Omit<T, 'amount'> & { readonly amount: string; readonly isMatched: boolean };

/** Lines of the account with what tells whether they are matched. @throws DomainError `statement.row-unknown` … */
export async function rowsOfAccount(
  manager: EntityManager,
  { cityId, id }: BankAccount,
  wanted: readonly string[],
): Promise<readonly RowToMatch[]> {
  const ids = [...new Set(wanted)];
  const text = ROWS;
  const rows = await manager.query<(Told<RowToMatch> & { readonly isNeutral: boolean })[]>(text, [cityId, id, ids]);
  if (rows.length < ids.length) throw new DomainError('statement.row-unknown');
  const neutral = rows.find(({ isNeutral }) => isNeutral);
  if (neutral) throw new DomainError('statement.row-neutral', { row: neutral.rowNumber });
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/** Lines that are free to be matched. @throws DomainError `statement.row-matched` and more */
export async function rowsToMatch(
  manager: EntityManager,
  account: BankAccount,
  wanted: readonly string[],
): Promise<readonly RowToMatch[]> {
  const rows = await rowsOfAccount(manager, account, wanted);
  const taken = rows.find(({ isMatched }) => isMatched);
  if (taken) throw new DomainError('statement.row-matched', { row: taken.rowNumber });
  return rows;
}

/** Entries on the account that are free to be matched. @throws DomainError `statement.entry-matched` and more */
export async function entriesToMatch(
  manager: EntityManager,
  { cityId, id, bookId, ids: accountIds, code }: BankAccount,
  wanted: readonly string[],
): Promise<readonly EntryToMatch[]> {
  const ids = [...new Set(wanted)];
  const rows = await manager.query<Told<EntryToMatch>[]>(ENTRIES, [cityId, id, ids, bookId, accountIds, code]);
  if (rows.length < ids.length) throw new DomainError('statement.entry-elsewhere', { account: code });
  const taken = rows.find(({ isMatched }) => isMatched);
  if (taken) throw new DomainError('statement.entry-matched', { number: taken.number });
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}
