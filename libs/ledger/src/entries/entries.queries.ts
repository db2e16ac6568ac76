import { Injectable } from '@nestjs/common';
import { Database, pageOf, type Page } from '#libs/platform';
import { Receipts, type Receipt } from '#libs/transparency';
import type { EntityManager } from 'typeorm';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { ENTRY_LEAVES } from './entry-leaves.js';

export interface ShownLine {
  readonly account: string;
  readonly name: string;
  /** In smallest units, as text. */
  readonly amount: string;
  readonly memo: string | null;
}

/** An entry as it is shown, with its lines; nobody who posted it is named. */
export interface ShownEntry {
  readonly id: string;
  readonly number: string;
  readonly day: string;
  readonly memo: string;
  readonly basisKind: string | null;
  readonly basis: string | null;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly recordedAt: Date;
  readonly lines: readonly ShownLine[];
}

export interface EntriesAsked {
  /** Entries that touch this account, or one below it. */
  readonly account: string | null;
  /** Only entries before this number. */
  readonly before: string | null;
  readonly limit: number;
}

const SELECT = `
  SELECT e.id, e.number, e.day::text AS day, e.memo, e.basis_kind AS "basisKind", e.basis, e.reverses,
    (SELECT r.id FROM ledger_entry r WHERE r.city_id = e.city_id AND r.book_id = e.book_id AND r.reverses = e.id)
      AS "reversedBy",
    e.recorded_at AS "recordedAt", (SELECT json_agg(json_build_object('account', a.code, 'name', a.name,
      'amount', l.amount::text, 'memo', l.memo) ORDER BY l.position) FROM ledger_line l
      JOIN ledger_account a ON a.city_id = l.city_id AND a.id = l.account_id AND a.book_id = l.book_id
      WHERE l.city_id = e.city_id AND l.entry_id = e.id) AS lines
  FROM ledger_entry e`;

const TOUCHES = `EXISTS (SELECT 1 FROM ledger_line l
  JOIN ledger_account a ON a.city_id = l.city_id AND a.id = l.account_id AND a.book_id = l.book_id
  WHERE l.city_id = e.city_id AND l.entry_id = e.id AND (a.code = $3 OR starts_with(a.code, $3 || ':')))`;

/** Entries of a book, for whoever may read it. */
@Injectable()
export class EntryQueries {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
  ) {}

  /** The newest first. */
  async list(book: LedgerBook, { account, before, limit }: EntriesAsked): Promise<Page<ShownEntry>> {
    const rows = await this.database.transaction(book, (manager) =>
      manager.query<ShownEntry[]>(
        `${SELECT} WHERE e.city_id = $1 AND e.book_id = $2 AND ($3::text IS NULL OR ${TOUCHES})
           AND ($4::bigint IS NULL OR e.number < $4) ORDER BY e.number DESC LIMIT $5`,
        [book.cityId, book.id, account, before, limit + 1],
      ),
    );
    return pageOf(rows, limit, ({ number }) => number);
  }

  /** An entry with what it can be held against in the log; null where the book has none of this id. */
  async one(book: LedgerBook, id: string): Promise<{ readonly entry: ShownEntry; readonly receipt: Receipt } | null> {
    return this.database.transaction(book, async (manager) => {
      const entry = await find(manager, book, id);
      return entry && { entry, receipt: await this.receipts.of(manager, book, { kind: ENTRY_LEAVES, id }) };
    });
  }
}

async function find(
  manager: EntityManager,
  { cityId, id: bookId }: LedgerBook,
  id: string,
): Promise<ShownEntry | null> {
  const text = `${SELECT} WHERE e.city_id = $1 AND e.book_id = $2 AND e.id = $3`;
  const [row] = await manager.query<ShownEntry[]>(text, [cityId, bookId, id]);
  return row ?? null;
}
