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
import { cityOfCode, Database, DEFAULT_LIMIT } from '#libs/platform';
import { FUND_NAME } from '../books/fund-books.service.js';
import { SOURCES, USES } from '../books/standard-charts.js';
import type {
  PublicEntriesQuery,
  PublicEntriesResponse,
  PublicEntry,
  PublicEntryResponse,
  PublicFundResponse,
} from './public-fund.dto.js';

/** 公开账目: the city's fund as everybody sees it, from totals to the lines of an entry. Nothing of it can be hidden. */
@Injectable()
export class PublicFundQueries {
  constructor(
    private readonly database: Database,
    private readonly books: BooksService,
    private readonly balances: BalanceQueries,
    private readonly entries: EntryQueries,
  ) {}

  /** @throws DomainError `request.not-found` */
  async totals(cityCode: string, at: string | null): Promise<PublicFundResponse> {
    const book = await this.bookOf(cityCode);
    return totalsOf(book, await this.balances.all(book, { at, knownAt: null }), at);
  }

  async list(cityCode: string, query: PublicEntriesQuery): Promise<PublicEntriesResponse> {
    const book = await this.bookOf(cityCode);
    const { account = null, after = null, limit = DEFAULT_LIMIT } = query;
    const { items, next } = await this.entries.list(book, { account, before: after, limit });
    return { items: items.map((entry) => publicEntry(book, entry)), next };
  }

  /** @throws DomainError `ledger.entry-unknown` */
  async one(cityCode: string, id: string): Promise<PublicEntryResponse> {
    const book = await this.bookOf(cityCode);
    const found = await this.entries.one(book, id);
    if (!found) throw new DomainError('ledger.entry-unknown');
    const { entry, receipt } = found;
    const { basisKind, basis, recordedAt } = entry;
    return {
      ...{ ...publicEntry(book, entry), basisKind, basis, recordedAt: recordedAt.toISOString() },
      ...{ leaf: receipt.leafHash.toString('hex'), hash: receipt.hashName, isSealed: receipt.proof !== null },
    };
  }

  private async bookOf(cityCode: string): Promise<LedgerBook> {
    const { id } = await cityOfCode(this.database, cityCode);
    return this.books.named(id, FUND_NAME);
  }
}

export function publicEntry({ decimals }: LedgerBook, entry: ShownEntry): PublicEntry {
  const { id, number, day, memo, reverses, reversedBy, lines } = entry;
  const debits = lines.reduce((sum, { amount }) => (amount.startsWith('-') ? sum : sum + BigInt(amount)), 0n);
  const shown = lines.map((line) => ({ ...line, amount: amountText(line.amount, decimals) }));
  return { id, number, day, memo, amount: amountText(debits, decimals), reverses, reversedBy, lines: shown };
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
