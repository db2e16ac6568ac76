import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { FundBooksModule } from '../books/books.module.js';
import { FundHoldsController } from './holds.controller.js';
import { FundMonthsController } from './months.controller.js';
import { ProjectHolds } from './project-holds.js';

/** 冻结与结账: money set aside, and months closed and opened again. */
@Module({
  imports: [LedgerModule, FundBooksModule],
  controllers: [FundHoldsController, FundMonthsController],
  providers: [ProjectHolds],
})
export class FundKeepingModule {}
