import { Injectable } from '@nestjs/common';
import { DomainError, type Day } from '#libs/kernel';
import { Database, rowsOf } from '#libs/platform';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import type { AccountKind } from '../domain/accounts.js';

/** Of which day a balance is (its end; null: all that is posted), and as known when (null: now). */
export interface Moment {
  readonly at: Day | null;
  readonly knownAt: Date | null;
}

/** In smallest units. `free` is what no hold has set aside. */
export interface AccountBalance {
  readonly code: string;
  readonly name: string;
  readonly kind: AccountKind;
  readonly amount: bigint;
  readonly held: bigint;
}

const STORED = `
  SELECT a.code, a.name, a.kind, a.balance::text, a.held::text, a.line_count::text FROM ledger_account a
  WHERE a.city_id = $1 AND a.book_id = $2 AND ($3::text IS NULL OR a.code = $3 OR starts_with(a.code, $3 || ':'))
  ORDER BY a.code COLLATE "C"`;

/** One aggregate over the lines; accounts come to their sums, not sums to their accounts. */
const ofADay = (lines: string): string => `
  WITH chosen AS (SELECT a.id, a.code, a.name, a.kind FROM ledger_account a
    WHERE a.city_id = $1 AND a.book_id = $2 AND ($3::text IS NULL OR a.code = $3 OR starts_with(a.code, $3 || ':')))
  SELECT c.code, c.name, c.kind, coalesce(s.total, 0)::text, '0', coalesce(s.n, 0)::text FROM chosen c
  LEFT JOIN (SELECT l.account_id, sum(l.amount) AS total, count(*) AS n FROM ledger_line l
    WHERE l.city_id = $1 AND l.book_id = $2 AND ${lines} AND l.day <= coalesce($4::date, 'infinity')
      AND l.recorded_at <= coalesce($5::timestamptz, 'infinity') GROUP BY l.account_id) s ON s.account_id = c.id
  ORDER BY c.code COLLATE "C"`;

const BOOK_OF_A_DAY = ofADay('true');
/** Some accounts alone are found by their index; who asks for all should not look each line's up among them. */
const ACCOUNT_OF_A_DAY = ofADay('l.account_id IN (SELECT id FROM chosen)');

/** Balances: today's from what is stored, those of any other moment from the lines. */
@Injectable()
export class BalanceQueries {
  constructor(private readonly database: Database) {}

  /** Every account of the book that was ever posted to, by code. */
  async all(book: LedgerBook, moment: Moment): Promise<readonly AccountBalance[]> {
    return (await this.read(book, null, moment)).filter(({ lines }) => lines > 0);
  }

  /** An account with everything below it. @throws DomainError `ledger.account-not-found` */
  async one(book: LedgerBook, code: string, moment: Moment): Promise<AccountBalance> {
    const found = await this.read(book, code, moment);
    const account = found.find((each) => each.code === code);
    if (!account) throw new DomainError('ledger.account-not-found', { account: code });
    const sum = (of: (each: AccountBalance) => bigint): bigint => found.reduce((total, each) => total + of(each), 0n);
    return { ...account, amount: sum(({ amount }) => amount), held: sum(({ held }) => held) };
  }

  private async read(
    book: LedgerBook,
    code: string | null,
    { at, knownAt }: Moment,
  ): Promise<readonly (AccountBalance & { readonly lines: number })[]> {
    const isNow = at === null && knownAt === null;
    const statement = isNow
      ? { name: 'ledger-stored', text: STORED, values: [book.cityId, book.id, code] }
      : { text: code === null ? BOOK_OF_A_DAY : ACCOUNT_OF_A_DAY, values: [book.cityId, book.id, code, at, knownAt] };
    const rows = await this.database.transaction(book, (manager) => rowsOf(manager, statement));
    return rows.map(([code, name, kind, amount, held, lines]) => ({
      ...{ code: code ?? '', name: name ?? '', kind: kind as AccountKind },
      ...{ amount: BigInt(amount ?? 0), held: BigInt(held ?? 0), lines: Number(lines) },
    }));
  }
}
