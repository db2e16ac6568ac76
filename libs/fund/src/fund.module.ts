import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { FundBooks } from './books/fund-books.service.js';
import { FundBalancesController } from './entries/balances.controller.js';
import { FundEntriesController } from './entries/entries.controller.js';
import { FundEntriesService } from './entries/fund-entries.service.js';
import './fund.errors.js';

@Module({
  imports: [RegistryModule, LedgerModule],
  controllers: [FundEntriesController, FundBalancesController],
  providers: [FundBooks, FundEntriesService],
  exports: [FundBooks],
})
export class FundModule {}
