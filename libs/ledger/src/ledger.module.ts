import { Module } from '@nestjs/common';
import { TransparencyModule } from '#libs/transparency';
import { BooksService } from './books/books.service.js';
import { BalanceQueries } from './entries/balances.queries.js';
import { EntryLeaves } from './entries/entry-leaves.js';
import { PostingService } from './entries/posting.service.js';
import { HoldsService } from './holds/holds.service.js';
import './ledger.errors.js';
import { PeriodsService } from './periods/periods.service.js';

const SERVICES = [BooksService, BalanceQueries, PostingService, HoldsService, PeriodsService];

@Module({
  imports: [TransparencyModule],
  providers: [...SERVICES, EntryLeaves],
  exports: SERVICES,
})
export class LedgerModule {}
