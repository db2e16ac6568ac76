import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { FundMatchesController } from './bank/matches.controller.js';
import { FundReconciliationsController } from './bank/reconciliation.controller.js';
import { FundStatementsController } from './bank/statements.controller.js';
import { FundBooksController } from './books/books.controller.js';
import { BookQueries } from './books/books.queries.js';
import { FundBooks } from './books/fund-books.service.js';
import { FundBalancesController } from './entries/balances.controller.js';
import { BookEntriesController } from './entries/book-entries.controller.js';
import { FundEntriesController } from './entries/entries.controller.js';
import { FundEntriesService } from './entries/fund-entries.service.js';
import './fund.errors.js';
import { FundHoldsController } from './keeping/holds.controller.js';
import { FundMonthsController } from './keeping/months.controller.js';
import { PublicFundController } from './public/public-fund.controller.js';
import { PublicFundQueries } from './public/public-fund.queries.js';

const BANK = [FundStatementsController, FundMatchesController, FundReconciliationsController];
const KEEPING = [FundBooksController, BookEntriesController, FundHoldsController, FundMonthsController];

@Module({
  imports: [RegistryModule, LedgerModule],
  controllers: [FundEntriesController, FundBalancesController, ...KEEPING, ...BANK, PublicFundController],
  providers: [FundBooks, BookQueries, FundEntriesService, PublicFundQueries],
  exports: [FundBooks],
})
export class FundModule {}
