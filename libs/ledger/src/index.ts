export { BooksService, GENERAL, type NewAccount, type NewBook } from './books/books.service.js';
export { LedgerAccount } from './books/ledger-account.entity.js';
export { LedgerBook } from './books/ledger-book.entity.js';
export { type AccountKind } from './domain/accounts.js';
export { amountOf, amountText } from './domain/amount.js';
export { BalanceQueries, type AccountBalance, type Moment } from './entries/balances.queries.js';
export { JOURNAL_FORMATS, type JournalFormat } from './domain/written-journal.js';
export { EntryQueries, type ShownEntry } from './entries/entries.queries.js';
export { EntryRules, type EntryRule } from './entries/entry-rules.js';
export { LedgerEntry } from './entries/ledger-entry.entity.js';
export { LedgerLine } from './entries/ledger-line.entity.js';
export type { NewLine, PostedEntry } from './entries/post-statement.js';
export { PostingService, type NewEntry, type NewReversal } from './entries/posting.service.js';
export { LedgerHold } from './holds/ledger-hold.entity.js';
export { LedgerHoldStep } from './holds/ledger-hold-step.entity.js';
export { HoldQueries, type ShownHold } from './holds/holds.queries.js';
export { HoldsService, type MadeHold, type NewHold } from './holds/holds.service.js';
export { JournalExportService } from './journal/journal-export.service.js';
export { JournalImportService, type JournalReport } from './journal/journal-import.service.js';
export { ledgerErrors } from './ledger.errors.js';
export { LedgerModule } from './ledger.module.js';
export { type Reconciliation } from './domain/matching/reconciliation.js';
export { MATCH_REASONS, type Proposal } from './domain/matching/proposals.js';
export { MatchesQueries, type MatchingQueue, type ShownMatch } from './matching/matches.queries.js';
export { MatchesService, NEAR_DAYS, type NewMatch } from './matching/matches.service.js';
export { matchingErrors } from './matching/matching.errors.js';
export type { Open, OpenEntry, OpenRow } from './matching/open-items.js';
export { ReconciliationQueries, type MonthReconciled } from './matching/reconciliation.queries.js';
export { RowEntriesService, type NewRowEntry } from './matching/row-entries.service.js';
export {
  StatementMatchEntry,
  StatementMatchRow,
  StatementMatchUndoing,
} from './matching/statement-match-parts.entity.js';
export { StatementMatch } from './matching/statement-match.entity.js';
export { LedgerPeriodStep, type AccountDifference } from './periods/ledger-period-step.entity.js';
export { PeriodsService, type PeriodTurn } from './periods/periods.service.js';
export { BankStatement } from './statements/bank-statement.entity.js';
export { BankStatementRow } from './statements/bank-statement-row.entity.js';
export { StatementImportService, type StatementFile } from './statements/statement-import.service.js';
export type { StatementReport } from './statements/statement-report.js';
export { StatementQueries, type ShownStatement } from './statements/statements.queries.js';
export { VerificationService, type Verification } from './verification/verification.service.js';
