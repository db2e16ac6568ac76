import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { BooksService, type LedgerBook } from '#libs/ledger';
import { Database } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import { FundBooks, MAINTENANCE_FUND } from '../books/fund-books.service.js';

const nameOf = (compoundId: string): string => `${MAINTENANCE_FUND}:${compoundId}`;

/** The book of a compound's maintenance fund; the first deposit opens it. */
@Injectable()
export class MaintenanceBooks {
  constructor(
    private readonly books: FundBooks,
    private readonly ledger: BooksService,
    private readonly database: Database,
    private readonly scopes: CompoundScopes,
  ) {}

  /** @throws DomainError `ledger.book-not-found`, `fund.not-keeper` */
  async toKeep(principal: Principal, compoundId: string): Promise<LedgerBook> {
    return this.books.toKeep(principal, nameOf(compoundId));
  }

  /** Null where nothing was paid in yet. @throws DomainError `compound.not-found` */
  async toRead(principal: Principal, compoundId: string): Promise<LedgerBook | null> {
    await this.database.transaction(principal, (manager) =>
      this.scopes.require(manager, principal, { permission: 'fund.read', compoundIds: [compoundId] }),
    );
    return this.find(principal.cityId, compoundId);
  }

  async find(cityId: number, compoundId: string): Promise<LedgerBook | null> {
    return this.ledger.find(cityId, nameOf(compoundId));
  }
}
