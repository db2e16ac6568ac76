import { Injectable } from '@nestjs/common';
import { addDays, addMonths, type Day } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { reconcile, type Reconciliation } from '../domain/matching/reconciliation.js';
import { bankAccount, type BankAccount } from './bank-account.js';
import { daysKnown, openEntries, openRows, type Open, type OpenEntry, type OpenRow } from './open-items.js';

/** 银行存款余额调节表 of a month. */
export interface MonthReconciled {
  readonly month: string;
  /** Its last day. */
  readonly day: Day;
  readonly account: { readonly code: string; readonly name: string };
  /** From when to when lines of the bank are known; null where none is by the end of the month. */
  readonly known: { readonly from: Day; readonly to: Day } | null;
  readonly found: Reconciliation | null;
  readonly rows: Open<OpenRow>;
  readonly entries: Open<OpenEntry>;
}

/** How many items of each side are named; their sums are of all. */
const MOST = 1_000;
const NONE = { items: [], count: 0, received: 0n, paid: 0n } as const;

/** Balances that the bank wrote are taken where they are; lines without one move them on. */
const BANK = `
  WITH l AS (SELECT id, day, balance, CASE WHEN is_neutral THEN 0 ELSE amount END AS amount
    FROM bank_statement_row WHERE city_id = $1 AND account_id = $2 AND day <= $3),
  first AS (SELECT day, id, balance FROM l WHERE balance IS NOT NULL ORDER BY day, id LIMIT 1),
  last AS (SELECT day, id, balance FROM l WHERE balance IS NOT NULL ORDER BY day DESC, id DESC LIMIT 1)
  SELECT coalesce(sum(l.amount), 0)::text AS lines,
    (SELECT f.balance - (SELECT coalesce(sum(l.amount), 0) FROM l WHERE (l.day, l.id) <= (f.day, f.id))
      FROM first f)::text AS before,
    (SELECT f.balance + (SELECT coalesce(sum(l.amount), 0) FROM l WHERE (l.day, l.id) > (f.day, f.id))
      FROM last f)::text AS balance
  FROM l`;

const BOOK = `
  SELECT coalesce(sum(amount), 0)::text AS balance, coalesce(sum(amount) FILTER (WHERE day < $3), 0)::text AS before
  FROM ledger_line WHERE city_id = $1 AND account_id = ANY ($2::uuid[]) AND day <= $4`;

const TOLD_OF = `
  SELECT code FROM ledger_account a WHERE city_id = $1 AND book_id = $2 AND EXISTS (
    SELECT 1 FROM bank_statement s WHERE s.city_id = $1 AND s.account_id = a.id) ORDER BY code COLLATE "C"`;

const AHEAD = `
  SELECT coalesce(sum(l.amount), 0)::text AS amount FROM statement_match_entry x
  JOIN ledger_line l ON l.city_id = $1 AND l.entry_id = x.entry_id AND l.account_id = ANY ($3::uuid[])
  WHERE x.city_id = $1 AND x.account_id = $2 AND l.day < $4 AND NOT EXISTS (
    SELECT 1 FROM statement_match_undoing u WHERE u.city_id = $1 AND u.match_id = x.match_id)`;

/** 银行存款余额调节表: books and bank at the end of a month, brought together by what one of them does not have yet. */
@Injectable()
export class ReconciliationQueries {
  constructor(private readonly database: Database) {}

  /** @param month as `2026-11` @throws DomainError `ledger.account-not-found` */
  async month(book: LedgerBook, code: string, month: string): Promise<MonthReconciled> {
    return this.database.snapshot(book, async (manager) =>
      monthOf(manager, await bankAccount(manager, book, code), month),
    );
  }

  /**
   * Accounts of a book whose reconciliation of a month does not come out. Of a month on no day of which the bank's
   * lines are known, there is none.
   */
  async differing(book: LedgerBook, month: string): Promise<readonly MonthReconciled[]> {
    return this.database.snapshot(book, async (manager) => {
      const found: MonthReconciled[] = [];
      for (const { code } of await manager.query<{ code: string }[]>(TOLD_OF, [book.cityId, book.id]))
        found.push(await monthOf(manager, await bankAccount(manager, book, code), month));
      return found.filter((each) => each.known && each.known.to >= `${month}-01` && each.found?.difference !== 0n);
    });
  }
}

async function monthOf(manager: EntityManager, account: BankAccount, month: string): Promise<MonthReconciled> {
  const day = addDays(addMonths(`${month}-01`, 1), -1);
  const { code, name } = account;
  const told = { month, day, account: { code, name } };
  const known = await daysKnown(manager, account);
  if (!known || known.from > day) return { ...told, known: null, found: null, rows: NONE, entries: NONE };
  const asked = { from: known.from, until: day, limit: MOST };
  const rows = await openRows(manager, account, asked);
  const entries = await openEntries(manager, account, asked);
  const sums = await sumsOf(manager, account, { from: known.from, day });
  return { ...told, known, found: reconcile({ ...sums, rows, entries }), rows, entries };
}

async function sumsOf(
  manager: EntityManager,
  { cityId, id, ids }: BankAccount,
  { from, day }: { readonly from: Day; readonly day: Day },
): Promise<Omit<Parameters<typeof reconcile>[0], 'rows' | 'entries'>> {
  type Texts = Readonly<Record<string, string | null>>;
  const one = async (text: string, values: unknown[]): Promise<Texts> =>
    (await manager.query<Texts[]>(text, values))[0] ?? {};
  const bank = await one(BANK, [cityId, id, day]);
  const book = await one(BOOK, [cityId, ids, from, day]);
  const ahead = await one(AHEAD, [cityId, id, ids, from]);
  const units = (text: string | null | undefined): bigint => BigInt(text ?? 0);
  const told = (text: string | null | undefined): bigint | null => (text == null ? null : BigInt(text));
  return {
    ...{ bookBalance: units(book['balance']), bookBefore: units(book['before']), bookedAhead: units(ahead['amount']) },
    ...{ bankBalance: told(bank['balance']), bankBefore: told(bank['before']), bankLines: units(bank['lines']) },
  };
}
