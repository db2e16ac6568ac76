import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import {
  amountText,
  BalanceQueries,
  BooksService,
  EntryQueries,
  type AccountBalance,
  type LedgerBook,
  type ShownEntry,
} from '#libs/ledger';
import { cityOfCode, Clock, Database, DEFAULT_LIMIT, rowsOf } from '#libs/platform';
import { FUND_NAME } from '../books/fund-books.service.js';
import { courseOf } from '../domain/course.js';
import { maskedText } from '../domain/masked-words.js';
import { SOURCES, USES } from '../domain/uses.js';
import { spendingsOf, type SpendingRow } from '../money-in/gifts.queries.js';
import { vouchersOfEntry, vouchersOfProjects, type ShownVoucher } from '../vouchers/vouchers.queries.js';
import { hiddenIn, PublicSpending, shownToAll } from './public-spending.dto.js';
import type {
  PublicCourseResponse,
  PublicEntriesQuery,
  PublicEntriesResponse,
  PublicEntry,
  PublicEntryResponse,
  PublicFundResponse,
} from './public-fund.dto.js';

/** What each month took in, used and moved in the bank. */
const MONTHS = `
  SELECT to_char(l.day, 'YYYY-MM'), coalesce(-sum(l.amount) FILTER (WHERE a.kind = 'income'), 0)::text,
    coalesce(sum(l.amount) FILTER (WHERE a.kind = 'expense'), 0)::text,
    coalesce(sum(l.amount) FILTER (WHERE starts_with(a.code, '1002')), 0)::text
  FROM ledger_line l JOIN ledger_account a ON a.city_id = l.city_id AND a.book_id = l.book_id AND a.id = l.account_id
  WHERE l.city_id = $1 AND l.book_id = $2 GROUP BY 1 ORDER BY 1`;

/** 公开账目: the city's fund as everybody sees it, from totals to the lines of an entry. Nothing of it can be hidden. */
@Injectable()
export class PublicFundQueries {
  constructor(
    private readonly database: Database,
    private readonly books: BooksService,
    private readonly balances: BalanceQueries,
    private readonly entries: EntryQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `request.not-found` */
  async totals(cityCode: string, at: string | null): Promise<PublicFundResponse> {
    const book = await this.bookOf(cityCode);
    return totalsOf(book, await this.balances.all(book, { at, knownAt: null }), at);
  }

  async course(cityCode: string): Promise<PublicCourseResponse> {
    const { id, cityId, unit, decimals } = await this.bookOf(cityCode);
    const rows = await this.database.transaction({ cityId }, (manager) =>
      rowsOf(manager, { name: 'fund-course', text: MONTHS, values: [cityId, id] }),
    );
    const moved = rows.map(([month, ...sums]) => {
      const [received = 0n, used = 0n, banked = 0n] = sums.map((sum) => BigInt(sum ?? 0));
      return { month: month ?? '', received, used, banked };
    });
    const text = (amount: bigint): string => amountText(amount, decimals);
    const items = courseOf(moved, this.clock.today()).map(({ month, received, used, balance }) => {
      return { month, received: text(received), used: text(used), balance: text(balance) };
    });
    return { unit, items };
  }

  async list(cityCode: string, query: PublicEntriesQuery): Promise<PublicEntriesResponse> {
    const book = await this.bookOf(cityCode);
    const { account = null, after = null, limit = DEFAULT_LIMIT } = query;
    const { items, next } = await this.entries.list(book, { account, before: after, limit });
    const paid = await this.paidBy(book, items);
    return { items: items.map((entry) => publicEntry(book, entry, paid.get(entry.id))), next };
  }

  /** @throws DomainError `ledger.entry-unknown` */
  async one(cityCode: string, id: string): Promise<PublicEntryResponse> {
    const book = await this.bookOf(cityCode);
    const found = await this.entries.one(book, id);
    if (!found) throw new DomainError('ledger.entry-unknown');
    const { entry, receipt } = found;
    const { basisKind, basis, recordedAt } = entry;
    const spending = (await this.paidBy(book, [entry])).get(id);
    const { own, ofProject } = await this.shownWith(book, id, spending);
    return {
      ...{ ...publicEntry(book, entry, spending), basisKind, basis: basis && maskedText(basis) },
      ...{ recordedAt: recordedAt.toISOString(), hash: receipt.hashName, isSealed: receipt.proof !== null },
      ...{ leaf: receipt.leafHash.toString('hex'), vouchers: shownToAll(own) },
      spending: spending ? PublicSpending.from(spending, ofProject) : null,
    };
  }

  /** The projects that these entries paid for, by entry. */
  private async paidBy({ cityId }: LedgerBook, entries: readonly ShownEntry[]): Promise<Map<string, SpendingRow>> {
    const ids = entries.map(({ id }) => id);
    const rows = await this.database.transaction({ cityId }, (manager) => spendingsOf(manager, cityId, ids));
    return new Map(rows.map((row) => [row.entryId, row]));
  }

  private async shownWith(
    { cityId }: LedgerBook,
    entryId: string,
    spending: SpendingRow | undefined,
  ): Promise<{ readonly own: readonly ShownVoucher[]; readonly ofProject: readonly ShownVoucher[] }> {
    return this.database.transaction({ cityId }, async (manager) => ({
      own: await vouchersOfEntry(manager, cityId, entryId),
      ofProject: spending ? await vouchersOfProjects(manager, cityId, [spending.projectId]) : [],
    }));
  }

  private async bookOf(cityCode: string): Promise<LedgerBook> {
    const { id } = await cityOfCode(this.database, cityCode);
    return this.books.named(id, FUND_NAME);
  }
}

/** An entry as whoever keeps or reads the book sees it. */
export function shownEntry({ decimals }: LedgerBook, entry: ShownEntry): PublicEntry {
  const { id, number, day, memo, reverses, reversedBy, lines } = entry;
  const debits = lines.reduce((sum, { amount }) => (amount.startsWith('-') ? sum : sum + BigInt(amount)), 0n);
  const shown = lines.map((line) => ({ ...line, amount: amountText(line.amount, decimals) }));
  return { id, number, day, memo, amount: amountText(debits, decimals), reverses, reversedBy, lines: shown };
}

/** What an entry says may tell of people: numbers that lead to them and the name of whom it helped are masked. */
function publicEntry(book: LedgerBook, entry: ShownEntry, spending: SpendingRow | undefined): PublicEntry {
  const shown = shownEntry(book, entry);
  const hidden = spending ? hiddenIn(spending) : [];
  const lines = shown.lines.map((line) => ({ ...line, memo: line.memo && maskedText(line.memo, hidden) }));
  return { ...shown, memo: maskedText(shown.memo, hidden), lines };
}

/** Income stands on the credit side, so its sign is turned for people. */
function totalsOf(book: LedgerBook, all: readonly AccountBalance[], at: string | null): PublicFundResponse {
  const told = (units: bigint): string => amountText(units, book.decimals);
  const sum = (isMeant: (account: AccountBalance) => boolean): bigint =>
    all.filter(isMeant).reduce((total, { amount }) => total + amount, 0n);
  const ofSource = (code: string, source: string): boolean => source === '' || code.endsWith(`:${source}`);
  const received = (source: string): bigint => -sum(({ kind, code }) => kind === 'income' && ofSource(code, source));
  const used = (source: string, use: string): bigint =>
    sum(({ kind, code }) => kind === 'expense' && code.startsWith(use) && ofSource(code, source));
  const inBank = (source: string): bigint => sum(({ code }) => code.startsWith('1002') && ofSource(code, source));
  const sources = Object.entries(SOURCES);
  return {
    ...{ name: book.name, unit: book.unit, at },
    ...{ received: told(received('')), used: told(used('', '')), balance: told(inBank('')) },
    sources: sources.map(([code, name]) => {
      return { code, name, received: told(received(code)), used: told(used(code, '')), balance: told(inBank(code)) };
    }),
    uses: Object.entries(USES).map(([code, name]) => {
      const bySource = sources.map(([source]) => told(used(source, code)));
      return { code, name, used: told(used('', code)), bySource };
    }),
  };
}
