import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Database, errorDefinition, fillTemplate, READ_BY_KEY } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { BooksService, GENERAL } from '../books/books.service.js';
import { LedgerBook } from '../books/ledger-book.entity.js';
import { journalOf, type JournalEntry } from '../domain/journal.js';
import { EntryRules } from '../entries/entry-rules.js';
import { PostingService, type NewEntry } from '../entries/posting.service.js';
import { readJournal } from './journal-file.js';

export interface JournalRequest {
  readonly book: string;
  /** What a book is made with where it is missing; left out: CNY with two decimals, or what the book has. */
  readonly unit?: string;
  readonly decimals?: number;
  readonly text: string;
}

export interface JournalReport {
  readonly book: string;
  readonly entries: number;
  readonly lines: number;
  readonly posted: number;
  /** Entries that this file, or another one, brought before. */
  readonly unchanged: number;
  readonly accountsOpened: number;
}

/**
 * Entries that go to the database together. Each batch leaves an older version of every account that it moved, which
 * the later ones of the same transaction walk past: fewer and larger batches are faster, until they fill the memory.
 */
const BATCH = 2500;

/** Those that go first, alone: once they are there, tables can be counted, and the rest is found by the right key. */
const FIRST = 250;

/** 导入分录: a whole file or nothing of it, and what came before changes nothing. */
@Injectable()
export class JournalImportService {
  constructor(
    private readonly database: Database,
    private readonly auditLog: AuditLog,
    private readonly books: BooksService,
    private readonly posting: PostingService,
    private readonly rules: EntryRules,
  ) {}

  /** @throws DomainError `ledger.file-refused`, `ledger.line-refused`, `ledger.txn-refused`, `ledger.book-exists` */
  async run(principal: Principal, request: JournalRequest): Promise<JournalReport> {
    const rows = readJournal(request.text);
    return this.database.transaction(principal, async (manager) => {
      const book = await this.bookFor(manager, principal, request);
      const entries = journalOf(rows, book.decimals);
      for (const entry of entries) this.requireTaken(book, entry);
      const accountsOpened = await this.accountsFor(manager, book, entries);
      await manager.query(READ_BY_KEY);
      let posted = 0;
      for (let start = 0, end = FIRST; start < entries.length; start = end, end += BATCH) {
        const part = entries.slice(start, end);
        const answers = await this.posting.postIn(manager, book, part.map(toNew), principal);
        answers.forEach((answer, at) => {
          if (answer instanceof DomainError) throw refused(part[at] as JournalEntry, answer);
          if (answer.isNew) posted += 1;
        });
        if (start === 0 && entries.length > FIRST) await manager.query('SELECT count_books()');
      }
      const lines = entries.reduce((total, entry) => total + entry.lines.length, 0);
      const counts = { entries: entries.length, lines, posted, unchanged: entries.length - posted, accountsOpened };
      const line = { action: 'ledger.import', subjectKind: 'ledger-book', subjectId: book.id, after: counts };
      await this.auditLog.record(manager, principal, line);
      return { book: book.name, ...counts };
    });
  }

  private async bookFor(manager: EntityManager, principal: Principal, request: JournalRequest): Promise<LedgerBook> {
    const { book: name, unit = 'CNY', decimals = 2 } = request;
    const { cityId } = principal;
    // Two imports that both miss the book open one.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('ledger:' || $1, 0))`, [name]);
    const known = await manager.findOneBy(LedgerBook, { cityId, name });
    if (!known) return this.books.open(manager, cityId, { name, kind: GENERAL, compoundId: null, unit, decimals });
    const isOther =
      (request.unit ?? known.unit) !== known.unit || (request.decimals ?? known.decimals) !== known.decimals;
    if (isOther)
      throw new DomainError('ledger.book-exists', { book: name, unit: known.unit, decimals: known.decimals });
    return known;
  }

  /** @throws DomainError `ledger.txn-refused` */
  private requireTaken(book: LedgerBook, entry: JournalEntry): void {
    try {
      this.rules.require(book, entry.lines);
    } catch (thrown) {
      throw thrown instanceof DomainError ? refused(entry, thrown) : thrown;
    }
  }

  /** Only a general book grows by what is imported; another keeps to its chart. */
  private async accountsFor(
    manager: EntityManager,
    book: LedgerBook,
    entries: readonly JournalEntry[],
  ): Promise<number> {
    if (book.kind !== GENERAL) return 0;
    const codes = new Set(entries.flatMap(({ lines }) => lines.map(({ account }) => account)));
    return this.books.openAccounts(
      manager,
      book,
      [...codes].map((code) => ({ code })),
    );
  }
}

/** A transaction is known by its number and all it says, so that the same file, or a longer one, doubles nothing. */
function toNew({ txn, day, memo, lines }: JournalEntry): NewEntry {
  const said = JSON.stringify([day, memo, lines.map(({ account, amount, memo: of }) => [account, String(amount), of])]);
  const key = `import:${txn}:${createHash('sha256').update(said).digest('hex').slice(0, 32)}`;
  return { day, memo, key, lines };
}

function refused({ line, txn }: JournalEntry, { code, params }: DomainError): DomainError {
  const told = errorDefinition(code);
  const words = (language: 'zh' | 'en'): string => fillTemplate(told?.[language] ?? code, params);
  return new DomainError('ledger.txn-refused', { line, txn, reason: { zh: words('zh'), en: words('en') } });
}
