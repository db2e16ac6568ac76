import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { FundBooksModule } from '../books/books.module.js';
import { CertificatesService } from './certificates.service.js';
import { ReceiptsController } from './receipts.controller.js';
import './receipts.errors.js';
import { ReceiptsService } from './receipts.service.js';

/** 收入: grants, bonds, revived assets and gifts, with the giver's certificate. */
@Module({
  imports: [LedgerModule, FundBooksModule],
  controllers: [ReceiptsController],
  providers: [ReceiptsService, CertificatesService],
  exports: [ReceiptsService],
})
export class MoneyInModule {}
