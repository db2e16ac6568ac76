import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { BooksService, LedgerBook, type NewAccount } from '#libs/ledger';
import { Database } from '#libs/platform';
import { CityFoundations, CompoundScopes, coversCity, scopeOf } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { COMMON_REVENUE_CHART, FUND_CHART, MAINTENANCE_FUND_CHART } from './standard-charts.js';

export const BEAUTIFUL_HOME = 'beautiful-home';
export const MAINTENANCE_FUND = 'maintenance-fund';
export const COMMON_REVENUE = 'common-revenue';
/** What the fund's book is called, also by commands that name none. */
export const FUND_NAME = '美好家园基金';

const CNY = { unit: 'CNY', decimals: 2 } as const;
/** The books of one compound, whose money is never pooled with any other's. */
const OF_COMPOUND: Readonly<Record<string, readonly NewAccount[]>> = {
  [COMMON_REVENUE]: COMMON_REVENUE_CHART,
  [MAINTENANCE_FUND]: MAINTENANCE_FUND_CHART,
};
const COMPOUND_BOOK = /^(common-revenue|maintenance-fund):([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/;

type Permission = 'fund.read' | 'fund.write';

/** Which books there are for money that serves homes, and who reads and keeps them. */
@Injectable()
export class FundBooks implements OnModuleInit {
  constructor(
    private readonly foundations: CityFoundations,
    private readonly books: BooksService,
    private readonly database: Database,
    private readonly scopes: CompoundScopes,
  ) {}

  onModuleInit(): void {
    this.foundations.add(async (manager, cityId) => {
      const told = { name: FUND_NAME, kind: BEAUTIFUL_HOME, compoundId: null, ...CNY };
      const book = await this.books.open(manager, cityId, told);
      await this.books.openAccounts(manager, book, FUND_CHART);
    });
  }

  /** The book of this name, by default the city's fund. @throws DomainError `ledger.book-not-found` */
  async toRead(principal: Principal, name: string = FUND_NAME): Promise<LedgerBook> {
    const book = await this.books.named(principal.cityId, name);
    if (!(await this.may(principal, book, 'fund.read'))) throw new DomainError('ledger.book-not-found', { book: name });
    return book;
  }

  /**
   * The same for whoever may see what the bank wrote, with the names in it.
   * @throws DomainError `ledger.book-not-found`, `fund.bank-unseen`
   */
  async toInspect(principal: Principal, name: string = FUND_NAME): Promise<LedgerBook> {
    const book = await this.toRead(principal, name);
    if (book.compoundId === null && !coversCity(scopeOf(principal, 'fund.read'), `${principal.cityCode}/`))
      throw new DomainError('fund.bank-unseen', { book: book.name });
    return book;
  }

  /**
   * The same for whoever posts; the books of a compound are opened by the first entry.
   * @throws DomainError `ledger.book-not-found`, `fund.not-keeper`
   */
  async toKeep(principal: Principal, name: string = FUND_NAME): Promise<LedgerBook> {
    const [, kind, compoundId] = COMPOUND_BOOK.exec(name) ?? [];
    if (kind !== undefined && compoundId !== undefined) return this.ofCompound(principal, { name, kind, compoundId });
    const book = await this.toRead(principal, name);
    if (!(await this.may(principal, book, 'fund.write'))) throw new DomainError('fund.not-keeper', { book: book.name });
    return book;
  }

  /**
   * The book of something named by its own id; what the caller may not see is not there.
   * @throws DomainError `fund.not-keeper`, and the code given
   */
  async toKeepOf(principal: Principal, bookId: string, unseen: string): Promise<LedgerBook> {
    return this.toKeep(principal, bookId).catch((thrown: unknown) => {
      const isUnseen = thrown instanceof DomainError && thrown.code === 'ledger.book-not-found';
      throw isUnseen ? new DomainError(unseen) : thrown;
    });
  }

  private async ofCompound(
    principal: Principal,
    { name, kind, compoundId }: { readonly name: string; readonly kind: string; readonly compoundId: string },
  ): Promise<LedgerBook> {
    if (!(await this.keepsCompound(principal, compoundId, 'fund.write')))
      throw new DomainError('ledger.book-not-found', { book: name });
    const known = await this.books.find(principal.cityId, name);
    if (known) return known;
    return this.database.transaction(principal, (manager) =>
      this.opened(manager, principal.cityId, { kind, compoundId }),
    );
  }

  /** The book of a compound, opened where nothing was posted to it yet, whoever has it opened. */
  async opened(
    manager: EntityManager,
    cityId: number,
    { kind, compoundId }: { readonly kind: string; readonly compoundId: string },
  ): Promise<LedgerBook> {
    const name = `${kind}:${compoundId}`;
    // Two first entries at once open one book.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('ledger:' || $1, 0))`, [name]);
    const known = await manager.findOneBy(LedgerBook, { cityId, name });
    if (known) return known;
    const book = await this.books.open(manager, cityId, { name, kind, compoundId, ...CNY });
    await this.books.openAccounts(manager, book, OF_COMPOUND[kind] ?? []);
    return book;
  }

  /** The city's books are kept by whoever is over the whole city; the fund itself is read by every office. */
  private async may(principal: Principal, book: LedgerBook, permission: Permission): Promise<boolean> {
    if (book.compoundId !== null) return this.keepsCompound(principal, book.compoundId, permission);
    const scope = scopeOf(principal, permission);
    if (coversCity(scope, `${principal.cityCode}/`)) return true;
    return permission === 'fund.read' && book.kind === BEAUTIFUL_HOME && scope.paths.length > 0;
  }

  private async keepsCompound(principal: Principal, compoundId: string, permission: Permission): Promise<boolean> {
    const wanted = { permission, compoundIds: [compoundId] };
    const seen = await this.database.transaction(principal, (manager) =>
      this.scopes.inside(manager, principal, wanted),
    );
    return seen.has(compoundId);
  }
}
