import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { BooksService, EntryQueries, type LedgerBook, type ShownEntry } from '#libs/ledger';
import { cityOfCode, Database, DEFAULT_LIMIT, type City } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { maskedText } from '../../domain/masked-words.js';
import { shownToAll } from '../../public/public-spending.dto.js';
import { shownEntry } from '../../public/public-fund.queries.js';
import type { PublicEntriesQuery, PublicEntry } from '../../public/public-fund.dto.js';
import { vouchersOfEntry } from '../../vouchers/vouchers.queries.js';
import { partiesNamed, RevenueFiles } from '../desk/revenue-files.js';
import { RevenueObjections } from '../objections/objections.service.js';
import { publishedOf } from '../statements/published.queries.js';
import { signedYuan } from '../statements/statement-reader.js';
import type { RevenueStatementResponse } from '../statements/statements.dto.js';
import { quarterOf, RevenueStatements } from '../statements/statements.service.js';
import type {
  PublicRevenueEntriesResponse,
  PublicRevenueEntryResponse,
  PublicRevenueQuarterResponse,
  PublicRevenueResponse,
} from './public-revenue.dto.js';

const TOTALS = `
  SELECT coalesce(-sum(a.balance) FILTER (WHERE a.kind = 'income'), 0)::text AS received,
    coalesce(sum(a.balance) FILTER (WHERE a.kind = 'expense'), 0)::text AS used,
    coalesce(sum(a.balance) FILTER (WHERE a.code = '1002'), 0)::text AS balance
  FROM ledger_book b JOIN ledger_account a ON a.city_id = b.city_id AND a.book_id = b.id
  WHERE b.city_id = $1 AND b.kind = 'common-revenue' AND b.compound_id = $2`;

/** Objections on one page for everybody. */
const MOST_SHOWN = 200;

const maskedNumber = (number: string): string => `****${number.replaceAll(/\s/g, '').slice(-4)}`;

/** 小区公共收益公开: from totals to quarters, entries and vouchers, for anybody; who objected is told nowhere. */
@Injectable()
export class PublicRevenue {
  constructor(
    private readonly database: Database,
    private readonly books: BooksService,
    private readonly entryQueries: EntryQueries,
    private readonly files: RevenueFiles,
    private readonly statements: RevenueStatements,
    private readonly objections: RevenueObjections,
  ) {}

  /** @throws DomainError `compound.not-found` */
  async totals(cityCode: string, compoundId: string): Promise<PublicRevenueResponse> {
    return this.inCity(cityCode, async (manager, { id: cityId }) => {
      const file = await this.files.of(manager, cityId, compoundId);
      const [row] = await manager.query<{ received: string; used: string; balance: string }[]>(TOTALS, [
        ...[cityId, compoundId],
      ]);
      const { received = '0', used = '0', balance = '0' } = row ?? {};
      const { account } = file;
      const latest = { after: null, limit: MOST_SHOWN };
      const shown = await this.objections.listIn(manager, cityId, { compoundId }, latest);
      return {
        ...{ compound: file.name, bank: account?.bank ?? null, number: account && maskedNumber(account.number) },
        ...{ parties: partiesNamed(file), received: signedYuan(received), used: signedYuan(used) },
        ...{ balance: signedYuan(balance), quarters: await this.statements.dutiesIn(manager, cityId, compoundId) },
        objections: [...shown.items],
      };
    });
  }

  /** @throws DomainError `compound.not-found`, `common-revenue.no-quarter` */
  async quarter(cityCode: string, compoundId: string, key: string): Promise<PublicRevenueQuarterResponse> {
    return this.inCity(cityCode, async (manager, { id: cityId }) => {
      const period = quarterOf(key);
      const { name } = await this.files.of(manager, cityId, compoundId);
      const { statement: now, ...told } = await this.statements.quarterIn(manager, cityId, {
        compoundId,
        name,
        period,
      });
      const last = (await publishedOf(manager, cityId, { compoundId, period: key })).at(-1);
      const published = last ? (JSON.parse(last.publication.statement) as RevenueStatementResponse) : null;
      return { now, published, ...told };
    });
  }

  async entries(
    cityCode: string,
    compoundId: string,
    query: PublicEntriesQuery,
  ): Promise<PublicRevenueEntriesResponse> {
    const book = await this.bookOf(cityCode, compoundId);
    if (!book) return { items: [], next: null };
    const { account = null, after = null, limit = DEFAULT_LIMIT } = query;
    const { items, next } = await this.entryQueries.list(book, { account, before: after, limit });
    return { items: items.map((entry) => masked(book, entry)), next };
  }

  /** @throws DomainError `ledger.entry-unknown` */
  async entry(cityCode: string, compoundId: string, id: string): Promise<PublicRevenueEntryResponse> {
    const book = await this.bookOf(cityCode, compoundId);
    const found = book && (await this.entryQueries.one(book, id));
    if (!book || !found) throw new DomainError('ledger.entry-unknown');
    const { entry, receipt } = found;
    const vouchers = await this.database.transaction(book, (manager) => vouchersOfEntry(manager, book.cityId, id));
    return {
      ...{ ...masked(book, entry), basisKind: entry.basisKind, basis: entry.basis && maskedText(entry.basis) },
      ...{ recordedAt: entry.recordedAt.toISOString(), hash: receipt.hashName, isSealed: receipt.proof !== null },
      ...{ leaf: receipt.leafHash.toString('hex'), vouchers: shownToAll(vouchers), spending: null },
    };
  }

  private async bookOf(cityCode: string, compoundId: string): Promise<LedgerBook | null> {
    const { id } = await cityOfCode(this.database, cityCode);
    return this.books.find(id, `common-revenue:${compoundId}`);
  }

  private async inCity<T>(cityCode: string, read: (manager: EntityManager, city: City) => Promise<T>): Promise<T> {
    const city = await cityOfCode(this.database, cityCode);
    return this.database.snapshot({ cityId: city.id }, (manager) => read(manager, city));
  }
}

function masked(book: LedgerBook, entry: ShownEntry): PublicEntry {
  const shown = shownEntry(book, entry);
  const lines = shown.lines.map((line) => ({ ...line, memo: line.memo && maskedText(line.memo) }));
  return { ...shown, memo: maskedText(shown.memo), lines };
}
