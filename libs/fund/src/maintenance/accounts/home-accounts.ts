import { Injectable } from '@nestjs/common';
import { BooksService, type LedgerBook } from '#libs/ledger';
import { Clock } from '#libs/platform';
import type { CompoundHome } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { accountsOfHome } from './account-codes.js';

const CODES = `
  SELECT m.unit_id AS "unitId", a.code FROM maintenance_account m
  JOIN ledger_account a ON a.city_id = m.city_id AND a.id = m.account_id AND a.book_id = m.book_id
  WHERE m.city_id = $1 AND m.book_id = $2`;

const KEEP = `
  INSERT INTO maintenance_account (city_id, unit_id, book_id, account_id, opened_on)
  SELECT $1, n.unit_id, $2, a.id, $3::date FROM unnest($4::uuid[], $5::text[]) AS n(unit_id, code)
  JOIN ledger_account a ON a.city_id = $1 AND a.book_id = $2 AND a.code = n.code`;

/** Whoever moves the money of homes takes turns with whoever posts to their book. */
export async function lockBook(manager: EntityManager, { id }: Pick<LedgerBook, 'id'>): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('ledger:' || $1, 0))`, [id]);
}

/** The codes of homes' accounts, by unit. */
export async function codesOfHomes(
  manager: EntityManager,
  { cityId, id }: Pick<LedgerBook, 'cityId' | 'id'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ unitId: string; code: string }[]>(CODES, [cityId, id]);
  return new Map(rows.map(({ unitId, code }) => [unitId, code]));
}

/** Sub-accounts of homes: opened by whatever comes to a home first. */
@Injectable()
export class HomeAccounts {
  constructor(
    private readonly books: BooksService,
    private readonly clock: Clock,
  ) {}

  /** The codes of all accounts, with those of these homes. The book stays locked until the commit. */
  async open(
    manager: EntityManager,
    book: LedgerBook,
    homes: readonly CompoundHome[],
  ): Promise<ReadonlyMap<string, string>> {
    await lockBook(manager, book);
    const known = await codesOfHomes(manager, book);
    const missing = homes.filter(({ unitId }) => !known.has(unitId));
    if (missing.length === 0) return known;
    const accounts = missing.map((home) => accountsOfHome(home));
    await this.books.openAccounts(manager, book, accounts.flat());
    const codes = accounts.map((each) => each.at(-1)?.code);
    const units = missing.map(({ unitId }) => unitId);
    await manager.query(KEEP, [book.cityId, book.id, this.clock.today(), units, codes]);
    return codesOfHomes(manager, book);
  }
}
