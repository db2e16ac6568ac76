import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { FundBooksModule } from '../books/books.module.js';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { FundBalancesController } from './balances.controller.js';
import { BookEntriesController } from './book-entries.controller.js';
import { FundEntriesController } from './entries.controller.js';
import { FundEntriesService } from './fund-entries.service.js';
import { FundReversals } from './reversals.service.js';

/** 分录: what is posted and reversed by hand, and the balances that follow. */
@Module({
  imports: [LedgerModule, FundBooksModule, MaintenanceModule],
  controllers: [FundEntriesController, FundBalancesController, BookEntriesController],
  providers: [FundEntriesService, FundReversals],
})
export class FundEntriesModule {}
