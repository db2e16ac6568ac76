import { Module } from '@nestjs/common';
import { TransparencyModule } from '#libs/transparency';
import { BooksService } from './books/books.service.js';
import { BalanceQueries } from './entries/balances.queries.js';
import { EntryQueries } from './entries/entries.queries.js';
import { EntryLeaves } from './entries/entry-leaves.js';
import { EntryRules } from './entries/entry-rules.js';
import { PostingService } from './entries/posting.service.js';
import { HoldQueries } from './holds/holds.queries.js';
import { HoldsService } from './holds/holds.service.js';
import { JournalExportService } from './journal/journal-export.service.js';
import { JournalImportService } from './journal/journal-import.service.js';
import './ledger.errors.js';
import { MatchesQueries } from './matching/matches.queries.js';
import { MatchesService } from './matching/matches.service.js';
import './matching/matching.errors.js';
import { ReconciliationQueries } from './matching/reconciliation.queries.js';
import { RowEntriesService } from './matching/row-entries.service.js';
import { PeriodsService } from './periods/periods.service.js';
import { StatementQueries } from './statements/statements.queries.js';
import { StatementImportService } from './statements/statement-import.service.js';
import { VerificationService } from './verification/verification.service.js';

const SERVICES = [
  BooksService,
  BalanceQueries,
  EntryQueries,
  EntryRules,
  PostingService,
  HoldsService,
  HoldQueries,
  PeriodsService,
];
const WHOLE_BOOKS = [JournalImportService, JournalExportService, VerificationService, StatementImportService];
const MATCHING = [MatchesService, MatchesQueries, RowEntriesService, ReconciliationQueries, StatementQueries];

@Module({
  imports: [TransparencyModule],
  providers: [...SERVICES, ...WHOLE_BOOKS, ...MATCHING, EntryLeaves],
  exports: [...SERVICES, ...WHOLE_BOOKS, ...MATCHING],
})
export class LedgerModule {}
