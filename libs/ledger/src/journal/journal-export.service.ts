import { Injectable } from '@nestjs/common';
import { Database, eachRow, rowsOf, type Row } from '#libs/platform';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { journalEntry, journalHead, type JournalFormat, type WrittenEntry } from '../domain/written-journal.js';

const FIRST_DAYS = `
  SELECT a.code, min(l.day)::text FROM ledger_account a
  JOIN ledger_line l ON l.city_id = a.city_id AND l.account_id = a.id
  WHERE a.city_id = $1 AND a.book_id = $2 GROUP BY a.code ORDER BY a.code COLLATE "C"`;

const LINES = `
  SELECT e.number::text, e.day::text, e.memo, a.code, l.amount::text, l.memo FROM ledger_entry e
  JOIN ledger_line l ON l.city_id = e.city_id AND l.entry_id = e.id
  JOIN ledger_account a ON a.city_id = l.city_id AND a.id = l.account_id AND a.book_id = l.book_id
  WHERE e.city_id = $1 AND e.book_id = $2 ORDER BY e.day, e.number, l.position`;

interface Growing extends WrittenEntry {
  readonly lines: { account: string; amount: bigint; memo: string | null }[];
}

/** Writes a whole book out, so that another program can read it: by day, then by number. */
@Injectable()
export class JournalExportService {
  constructor(private readonly database: Database) {}

  async write(book: LedgerBook, format: JournalFormat, write: (text: string) => void): Promise<void> {
    const values = [book.cityId, book.id];
    await this.database.snapshot(book, async (manager) => {
      const days = await rowsOf(manager, { text: FIRST_DAYS, values });
      write(journalHead(format, book, new Map(days.map(([code, day]) => [code ?? '', day ?? '']))));
      let growing: Growing | null = null;
      const take = (row: Row): void => {
        const [number = '', day = '', memo = '', account = '', amount = '0', own = null] = row as string[];
        if (growing?.number !== number) {
          if (growing) write(journalEntry(format, book, growing));
          growing = { number, day, memo, lines: [] };
        }
        growing.lines.push({ account, amount: BigInt(amount), memo: own });
      };
      await eachRow(manager, { text: LINES, values }, take);
      if (growing) write(journalEntry(format, book, growing));
    });
  }
}
