import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { FundBooks } from './books/fund-books.service.js';
import { FundBalancesController } from './entries/balances.controller.js';
import { FundEntriesController } from './entries/entries.controller.js';
import { FundEntriesService } from './entries/fund-entries.service.js';
import './fund.errors.js';
import { PublicFundController } from './public/public-fund.controller.js';
import { PublicFundQueries } from './public/public-fund.queries.js';

@Module({
  imports: [RegistryModule, LedgerModule],
  controllers: [FundEntriesController, FundBalancesController, PublicFundController],
  providers: [FundBooks, FundEntriesService, PublicFundQueries],
  exports: [FundBooks],
})
export class FundModule {}
