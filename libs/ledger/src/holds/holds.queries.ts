import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Database, pageOf, type Page } from '#libs/platform';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { LedgerHold } from './ledger-hold.entity.js';

/** A hold with what became of it; `step` is null while the amount is set aside. */
export interface ShownHold {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  /** In smallest units, as text. */
  readonly amount: string;
  readonly memo: string;
  readonly basis: string | null;
  readonly heldAt: Date;
  readonly byName: string;
  readonly step: 'post' | 'release' | null;
  readonly stepAt: Date | null;
  readonly stepByName: string | null;
  readonly entryId: string | null;
  readonly reason: string | null;
}

export interface HoldsAsked {
  /** Only what is still set aside. */
  readonly open: boolean;
  readonly after: string | null;
  readonly limit: number;
}

const LIST = `
  SELECT h.id, a.code AS account, a.name, h.amount::text, h.memo, h.basis, h.held_at AS "heldAt", h.by_name AS "byName",
    s.step, s.at AS "stepAt", s.by_name AS "stepByName", s.entry_id AS "entryId", s.reason
  FROM ledger_hold h JOIN ledger_account a ON a.city_id = h.city_id AND a.id = h.account_id AND a.book_id = h.book_id
  LEFT JOIN ledger_hold_step s ON s.city_id = h.city_id AND s.hold_id = h.id AND s.book_id = h.book_id
  WHERE h.city_id = $1 AND h.book_id = $2 AND ($3::uuid IS NULL OR h.id < $3) AND NOT ($4 AND s.hold_id IS NOT NULL)
  ORDER BY h.id DESC LIMIT $5`;

/** What is set aside in a book, and what was. */
@Injectable()
export class HoldQueries {
  constructor(private readonly database: Database) {}

  /** The book of a hold. @throws DomainError `ledger.hold-unknown` */
  async bookOf({ cityId }: Principal, id: string): Promise<string> {
    const hold = await this.database.transaction({ cityId }, (manager) =>
      manager.findOneBy(LedgerHold, { cityId, id }),
    );
    if (!hold) throw new DomainError('ledger.hold-unknown');
    return hold.bookId;
  }

  /** The latest first. */
  async list(book: LedgerBook, { open, after, limit }: HoldsAsked): Promise<Page<ShownHold>> {
    const values = [book.cityId, book.id, after, open, limit + 1];
    const rows = await this.database.transaction(book, (manager) => manager.query<ShownHold[]>(LIST, values));
    return pageOf(rows, limit, ({ id }) => id);
  }
}
