import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import type { PostedEntry } from '../entries/post-statement.js';
import { PostingService, type NewEntry } from '../entries/posting.service.js';
import { bankAccount, lockStatements, type BankAccount } from './bank-account.js';
import { rowsOfAccount, type RowToMatch } from './matched-parts.js';
import { MatchesService } from './matches.service.js';
import { BankStatementRow } from '../statements/bank-statement-row.entity.js';
import { BankStatement } from '../statements/bank-statement.entity.js';
import { LedgerAccount } from '../books/ledger-account.entity.js';

/** How a line of the bank is entered into the books. */
export interface NewRowEntry {
  readonly rowId: string;
  /** Where the money is: the account of the statement, or one below it (left out: that account itself). */
  readonly bank: string | null;
  /** Where it came from or went. */
  readonly counter: string;
  /** Left out: the day of the bank. */
  readonly day: string | null;
  /** Left out: what the bank wrote it was for. */
  readonly memo: string | null;
  readonly basisKind: string | null;
  readonly basis: string | null;
  readonly holdId: string | null;
  /** Refuses, by an error, what the purpose of the book forbids; the ledger knows of none. */
  readonly mayPost?: (lines: NewEntry['lines']) => void;
}

/** 一键入账: an entry made from a line of the bank, and matched with it in the same transaction. */
@Injectable()
export class RowEntriesService {
  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    private readonly matches: MatchesService,
    private readonly auditLog: AuditLog,
  ) {}

  /** The book that a line is of. @throws DomainError `statement.row-unknown` */
  async bookOf({ cityId }: Principal, rowId: string): Promise<string> {
    const found = await this.database.transaction({ cityId }, async (manager) => {
      const row = await manager.findOneBy(BankStatementRow, { cityId, id: rowId });
      return row && manager.findOneBy(BankStatement, { cityId, id: row.statementId });
    });
    if (!found) throw new DomainError('statement.row-unknown');
    return found.bookId;
  }

  /**
   * Sent again, it answers the same entry; with other accounts it is refused. After the match was undone, the line can
   * be entered anew.
   * @throws DomainError `ledger.…` as the entry is refused, `statement.row-matched`
   */
  async enter(principal: Principal, book: LedgerBook, told: NewRowEntry): Promise<PostedEntry> {
    return this.database.transaction(principal, async (manager) => {
      const account = await this.accountOf(manager, book, told.rowId);
      await lockStatements(manager, account.id);
      const [row] = (await rowsOfAccount(manager, account, [told.rowId])) as [RowToMatch];
      // Under the key of the match that stands, an entry made from this line before is found again.
      const nth = row.isMatched ? row.nth - 1 : row.nth;
      const key = `statement-row:${row.id}:${nth}`;
      if (row.isMatched && !(await isEntered(manager, book, key)))
        throw new DomainError('statement.row-matched', { row: row.rowNumber });
      const entry = entryOf(account, row, { ...told, key });
      told.mayPost?.(entry.lines);
      const [answer] = await this.posting.postIn(manager, book, [entry], principal);
      if (!answer || answer instanceof Error) throw answer ?? new DomainError('statement.row-unknown');
      if (!answer.isNew) return answer;
      const after = { book: book.id, number: answer.number, row: row.id };
      const line = { action: 'ledger.post', subjectKind: 'ledger-entry', subjectId: answer.id, after };
      await this.auditLog.record(manager, principal, line);
      const entries = [{ id: answer.id, nth: 1 }];
      const reasons = ['amount', 'entered'] as const;
      await this.matches.keep(manager, principal, { account, rows: [row], entries, reasons, note: null });
      return answer;
    });
  }

  private async accountOf(manager: EntityManager, book: LedgerBook, rowId: string): Promise<BankAccount> {
    const { cityId, id: bookId } = book;
    const row = await manager.findOneBy(BankStatementRow, { cityId, id: rowId });
    const account = row && (await manager.findOneBy(LedgerAccount, { cityId, bookId, id: row.accountId }));
    if (!account) throw new DomainError('statement.row-unknown');
    return bankAccount(manager, book, account.code);
  }
}

async function isEntered(manager: EntityManager, { cityId, id }: LedgerBook, key: string): Promise<boolean> {
  const text = 'SELECT 1 FROM ledger_entry WHERE city_id = $1 AND book_id = $2 AND idempotency_key = $3';
  return (await manager.query<unknown[]>(text, [cityId, id, key])).length > 0;
}

function entryOf({ code }: BankAccount, row: RowToMatch, told: NewRowEntry & { readonly key: string }): NewEntry {
  const { counter, day, memo, basisKind, basis, holdId, key } = told;
  const bank = told.bank ?? code;
  if (bank !== code && !bank.startsWith(`${code}:`))
    throw new DomainError('statement.account-elsewhere', { account: bank, bank: code });
  // Entries are for everybody to read: who the other party is stays with the bank's line.
  const written = row.summary ?? '银行流水';
  const lines = [
    { account: bank, amount: row.amount, memo: null },
    { account: counter, amount: -row.amount, memo: null },
  ];
  return { day: day ?? row.day, memo: memo ?? written.slice(0, 500), basisKind, basis, holdId, key, lines };
}
