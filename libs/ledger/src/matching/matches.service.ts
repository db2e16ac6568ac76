import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import { amountText } from '../domain/amount.js';
import { reasonsOf, sumOf, type MatchReason } from '../domain/matching/proposals.js';
import { bankAccount, lockStatements, type BankAccount } from './bank-account.js';
import { entriesToMatch, rowsToMatch, type EntryToMatch, type RowToMatch } from './matched-parts.js';
import { StatementMatchEntry, StatementMatchRow, StatementMatchUndoing } from './statement-match-parts.entity.js';
import { StatementMatch } from './statement-match.entity.js';

/** What somebody says belongs together. */
export interface NewMatch {
  readonly account: string;
  readonly rows: readonly string[];
  readonly entries: readonly string[];
  readonly note: string | null;
}

/** Days within which a line and its entry are called near. */
export const NEAR_DAYS = 7;

/** 对账: says which lines of the bank are which entries, and takes it back; nothing is posted by it. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
  ) {}

  /** @returns its id @throws DomainError `statement.row-matched`, `statement.sums-differ` and more */
  async match(principal: Principal, book: LedgerBook, match: NewMatch): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      const account = await bankAccount(manager, book, match.account);
      await lockStatements(manager, account.id);
      const rows = await rowsToMatch(manager, account, match.rows);
      const entries = await entriesToMatch(manager, account, match.entries);
      const [ofRows, ofEntries] = [sumOf(rows), sumOf(entries)];
      if (ofRows !== ofEntries) {
        const told = { rows: amountText(ofRows, book.decimals), entries: amountText(ofEntries, book.decimals) };
        throw new DomainError('statement.sums-differ', told);
      }
      const reasons = reasonsOf({ rows, entries }, NEAR_DAYS);
      const byHand = match.note === null ? [] : (['by-hand'] as const);
      return this.keep(manager, principal, {
        account,
        rows,
        entries,
        reasons: [...reasons, ...byHand],
        note: match.note,
      });
    });
  }

  /** Writes a match whose parts were looked at under the lock of the account. */
  async keep(manager: EntityManager, principal: Principal, found: FoundMatch): Promise<string> {
    const { account, rows, entries, reasons, note } = found;
    const { cityId, bookId, id: accountId } = account;
    const { id: byId, name: byName } = principal.actor;
    const matchId = this.ids.next();
    const at = this.clock.now();
    const match = { cityId, id: matchId, bookId, accountId, reasons: [...reasons], note, at, byId, byName };
    await manager.insert(StatementMatch, match);
    const of = { cityId, matchId, accountId };
    await manager.insert(
      StatementMatchRow,
      rows.map(({ id: rowId, nth }) => ({ ...of, rowId, nth })),
    );
    await manager.insert(
      StatementMatchEntry,
      entries.map(({ id: entryId, nth }) => ({ ...of, entryId, bookId, nth })),
    );
    const after = {
      account: account.code,
      reasons,
      rows: rows.map(({ id }) => id),
      entries: entries.map(({ id }) => id),
    };
    const line = { action: 'statement.match', subjectKind: 'statement-match', subjectId: matchId, after };
    await this.auditLog.record(manager, principal, line);
    return matchId;
  }

  /** The book of a match. @throws DomainError `statement.match-unknown` */
  async bookOf({ cityId }: Principal, id: string): Promise<string> {
    const match = await this.database.transaction({ cityId }, (manager) =>
      manager.findOneBy(StatementMatch, { cityId, id }),
    );
    if (!match) throw new DomainError('statement.match-unknown');
    return match.bookId;
  }

  /** @throws DomainError `statement.match-unknown`, `statement.match-undone` */
  async undo(principal: Principal, book: LedgerBook, id: string, reason: string): Promise<void> {
    const { cityId, id: bookId } = book;
    const { id: byId, name: byName } = principal.actor;
    await this.database.transaction(principal, async (manager) => {
      const match = await manager.findOneBy(StatementMatch, { cityId, bookId, id });
      if (!match) throw new DomainError('statement.match-unknown');
      const { accountId } = match;
      await lockStatements(manager, accountId);
      const before = await manager.existsBy(StatementMatchUndoing, { cityId, matchId: id });
      if (before) throw new DomainError('statement.match-undone');
      const at = this.clock.now();
      await manager.insert(StatementMatchUndoing, { cityId, matchId: id, accountId, reason, at, byId, byName });
      const line = { action: 'statement.unmatch', subjectKind: 'statement-match', subjectId: id, after: { reason } };
      await this.auditLog.record(manager, principal, line);
    });
  }
}

interface FoundMatch {
  readonly account: BankAccount;
  readonly rows: readonly RowToMatch[];
  readonly entries: readonly Pick<EntryToMatch, 'id' | 'nth'>[];
  readonly reasons: readonly MatchReason[];
  readonly note: string | null;
}
