import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { LedgerAccount, type LedgerBook } from '#libs/ledger';
import { Database, pageOf, type Page } from '#libs/platform';
import { CompoundNames, CompoundScopes, coversCity, rowScopeCondition, scopeOf } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { BEAUTIFUL_HOME } from './fund-books.service.js';

/** A book as whoever may read it chooses among them. */
export interface ShownBook {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly unit: string;
  readonly compound: { readonly id: string; readonly name: string } | null;
  /** Whether the one who asks may post there. */
  readonly isKept: boolean;
}

type Row = Pick<ShownBook, 'id' | 'name' | 'kind' | 'unit'> & { readonly compoundId: string | null };

/** Which books somebody reads, and which accounts a book has. */
@Injectable()
export class BookQueries {
  constructor(
    private readonly database: Database,
    private readonly scopes: CompoundScopes,
    private readonly names: CompoundNames,
  ) {}

  /** The city's fund first. */
  async list(
    principal: Principal,
    { after, limit }: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<ShownBook>> {
    const isOver = (permission: string): boolean =>
      coversCity(scopeOf(principal, permission), `${principal.cityCode}/`);
    return this.database.transaction(principal, async (manager) => {
      const rows = await this.rowsFor(manager, principal, { after, limit, isOverCity: isOver('fund.read') });
      const compoundIds = rows.flatMap(({ compoundId }) => (compoundId === null ? [] : [compoundId]));
      const named = await this.names.inScope(manager, principal, 'fund.read', compoundIds);
      const names = new Map(named.map(({ id, name }) => [id, name]));
      const kept = await this.scopes.inside(manager, principal, { permission: 'fund.write', compoundIds });
      const books = rows.map(({ compoundId, ...told }): ShownBook => {
        const compound = compoundId === null ? null : { id: compoundId, name: names.get(compoundId) ?? '' };
        return { ...told, compound, isKept: compoundId === null ? isOver('fund.write') : kept.has(compoundId) };
      });
      return pageOf(books, limit, ({ id }) => id);
    });
  }

  /** All accounts of a book, by code. */
  async accounts({ cityId, id: bookId }: LedgerBook): Promise<readonly LedgerAccount[]> {
    return this.database.transaction({ cityId }, (manager) =>
      manager.find(LedgerAccount, { where: { cityId, bookId }, order: { code: 'ASC' }, take: 10_000 }),
    );
  }

  private async rowsFor(
    manager: EntityManager,
    principal: Principal,
    {
      after,
      limit,
      isOverCity,
    }: { readonly after: string | null; readonly limit: number; readonly isOverCity: boolean },
  ): Promise<readonly Row[]> {
    const scope = await this.scopes.of(manager, principal, 'fund.read');
    const { text, parameters } = rowScopeCondition('b', scope, 6);
    return manager.query<Row[]>(
      `SELECT b.id, b.name, b.kind, b.unit, b.compound_id AS "compoundId" FROM ledger_book b
       WHERE b.city_id = $1 AND ($2::uuid IS NULL OR b.id > $2)
         AND CASE WHEN b.compound_id IS NULL THEN $3 OR b.kind = $4 ELSE ${text} END
       ORDER BY b.id LIMIT $5`,
      [principal.cityId, after, isOverCity, BEAUTIFUL_HOME, limit + 1, ...parameters],
    );
  }
}
