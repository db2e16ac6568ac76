import { Module } from '@nestjs/common';
import { TransparencyModule } from '#libs/transparency';
import { BooksService } from './books/books.service.js';
import { BalanceQueries } from './entries/balances.queries.js';
import { EntryQueries } from './entries/entries.queries.js';
import { EntryLeaves } from './entries/entry-leaves.js';
import { PostingService } from './entries/posting.service.js';
import { HoldsService } from './holds/holds.service.js';
import { JournalExportService } from './journal/journal-export.service.js';
import { JournalImportService } from './journal/journal-import.service.js';
import './ledger.errors.js';
import { PeriodsService } from './periods/periods.service.js';
import { StatementImportService } from './statements/statement-import.service.js';
import { VerificationService } from './verification/verification.service.js';

const SERVICES = [BooksService, BalanceQueries, EntryQueries, PostingService, HoldsService, PeriodsService];
const WHOLE_BOOKS = [JournalImportService, JournalExportService, VerificationService, StatementImportService];

@Module({
  imports: [TransparencyModule],
  providers: [...SERVICES, ...WHOLE_BOOKS, EntryLeaves],
  exports: [...SERVICES, ...WHOLE_BOOKS],
})
export class LedgerModule {}
