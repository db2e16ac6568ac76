import { Injectable } from '@nestjs/common';
import type { LedgerBook } from '../books/ledger-book.entity.js';
import type { NewLine } from './post-statement.js';

/** Refuses lines that a book does not take from whoever only enters them. @throws DomainError */
export type EntryRule = (book: LedgerBook, lines: readonly NewLine[]) => void;

/** What books of a purpose take of entries from outside: told by whoever gives them that purpose. */
@Injectable()
export class EntryRules {
  private readonly rules: EntryRule[] = [];

  add(rule: EntryRule): void {
    this.rules.push(rule);
  }

  /** @throws DomainError of the rule that is broken */
  require(book: LedgerBook, lines: readonly NewLine[]): void {
    for (const rule of this.rules) rule(book, lines);
  }
}
