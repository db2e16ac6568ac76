import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import {
  codesAbove,
  isAccountCode,
  kindOfCode,
  lastLevel,
  parentOfCode,
  type AccountKind,
} from '../domain/accounts.js';
import { LedgerBook } from './ledger-book.entity.js';

/** A book that belongs to nothing in particular; no rule of spending binds it. */
export const GENERAL = 'general';

export interface NewBook {
  readonly name: string;
  readonly kind: string;
  readonly compoundId: string | null;
  readonly unit: string;
  readonly decimals: number;
}

export interface NewAccount {
  readonly code: string;
  readonly name?: string;
  readonly kind?: AccountKind;
  readonly restriction?: string | null;
  readonly isPostable?: boolean;
  readonly least?: string | null;
  readonly most?: string | null;
}

const LOCK_BOOK = `SELECT pg_advisory_xact_lock(hashtextextended('ledger:' || $1, 0))`;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;
/** Beyond this many they are simply read again. */
const REMEMBERED = 10_000;

/** Books and their accounts. A book never changes once it is opened, so whoever posts need not ask for it again. */
@Injectable()
export class BooksService {
  private readonly known = new Map<string, LedgerBook>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The book of this name, or id. @throws DomainError `ledger.book-not-found` */
  async named(cityId: number, name: string): Promise<LedgerBook> {
    const book = await this.find(cityId, name);
    if (!book) throw new DomainError('ledger.book-not-found', { book: name });
    return book;
  }

  async find(cityId: number, name: string): Promise<LedgerBook | null> {
    const key = `${cityId}/${name}`;
    const known = this.known.get(key);
    if (known) return known;
    const where = UUID.test(name) ? { cityId, id: name } : { cityId, name };
    const book = await this.database.transaction({ cityId }, (manager) => manager.findOneBy(LedgerBook, where));
    if (this.known.size >= REMEMBERED) this.known.clear();
    if (book) this.known.set(key, book);
    return book;
  }

  /** @throws DomainError `ledger.unit-invalid`, and for a name that is taken */
  async open(manager: EntityManager, cityId: number, book: NewBook): Promise<LedgerBook> {
    const { unit, decimals } = book;
    if (!/^[A-Z][A-Z0-9]{0,23}$/.test(unit) || !Number.isInteger(decimals) || decimals < 0 || decimals > 8)
      throw new DomainError('ledger.unit-invalid', { unit, decimals });
    const row = { ...book, cityId, id: this.ids.next(), openedAt: this.clock.now() };
    await manager.insert(LedgerBook, row);
    return row;
  }

  /**
   * Opens accounts that are not there yet, with all that stand above them.
   * @returns how many were opened @throws DomainError `ledger.account-invalid`
   */
  async openAccounts(
    manager: EntityManager,
    book: Pick<LedgerBook, 'cityId' | 'id'>,
    accounts: readonly NewAccount[],
  ): Promise<number> {
    const refused = accounts.find(({ code }) => !isAccountCode(code));
    if (refused) throw new DomainError('ledger.account-invalid', { account: refused.code });
    await manager.query(LOCK_BOOK, [book.id]);
    const text = 'SELECT code, id FROM ledger_account WHERE city_id = $1 AND book_id = $2';
    const rows = await manager.query<{ code: string; id: string }[]>(text, [book.cityId, book.id]);
    const ids = new Map(rows.map(({ code, id }) => [code, id]));
    const missing = withThoseAbove(accounts).filter(({ code }) => !ids.has(code));
    for (const { code } of missing) ids.set(code, this.ids.next());
    const of = (told: (account: NewAccount) => unknown): unknown[] => missing.map(told);
    await manager.query(
      `INSERT INTO ledger_account (city_id, book_id, opened_at, id, code, name, kind, parent_id, restriction,
         is_postable, least, most)
       SELECT $1, $2, $3, * FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[],
         $10::boolean[], $11::bigint[], $12::bigint[])`,
      [
        ...[book.cityId, book.id, this.clock.now(), of(({ code }) => ids.get(code)), of(({ code }) => code)],
        ...[of(({ code, name }) => name ?? lastLevel(code)), of(({ code, kind }) => kind ?? kindOfCode(code))],
        of(({ code }) => ids.get(parentOfCode(code) ?? '') ?? null),
        ...[of(({ restriction }) => restriction ?? null), of(({ isPostable }) => isPostable ?? true)],
        ...[of(({ least }) => least ?? null), of(({ most }) => most ?? null)],
      ],
    );
    return missing.length;
  }
}

/** Each once, those above before those below; whoever is named has the last word on their own account. */
function withThoseAbove(accounts: readonly NewAccount[]): readonly NewAccount[] {
  const all = new Map<string, NewAccount>();
  for (const account of accounts) {
    for (const code of codesAbove(account.code)) if (!all.has(code)) all.set(code, { code });
    all.set(account.code, account);
  }
  return [...all.values()];
}
