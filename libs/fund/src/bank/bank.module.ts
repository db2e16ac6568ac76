import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { FundBooksModule } from '../books/books.module.js';
import { FundMatchesController } from './matches.controller.js';
import { FundReconciliationsController } from './reconciliation.controller.js';
import { FundStatementsController } from './statements.controller.js';

/** 银行对账: statements taken in, rows matched, months reconciled. */
@Module({
  imports: [LedgerModule, FundBooksModule],
  controllers: [FundStatementsController, FundMatchesController, FundReconciliationsController],
})
export class FundBankModule {}
