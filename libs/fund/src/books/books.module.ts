import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { FundBooksController } from './books.controller.js';
import { BookQueries } from './books.queries.js';
import { FundBooks } from './fund-books.service.js';

/** 账套: the books of a city, and who may see which. */
@Module({
  imports: [LedgerModule, RegistryModule],
  controllers: [FundBooksController],
  providers: [FundBooks, BookQueries],
  exports: [FundBooks],
})
export class FundBooksModule {}
