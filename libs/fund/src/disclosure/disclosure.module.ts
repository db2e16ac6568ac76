import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { FundBooksModule } from '../books/books.module.js';
import './disclosure.errors.js';
import { StatementFilesController } from './files/statement-files.controller.js';
import { PublicDisclosureController } from './public-disclosure.controller.js';
import { PublicDisclosure } from './public-disclosure.service.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsService } from './publications.service.js';
import { StatementReader } from './statement-reader.js';

/** 公示: statements that are due, published with proof, corrected in sight of all. */
@Module({
  imports: [LedgerModule, RegistryModule, FundBooksModule],
  controllers: [PublicationsController, PublicDisclosureController, StatementFilesController],
  providers: [StatementReader, PublicationsService, PublicDisclosure],
  exports: [PublicationsService, PublicDisclosure],
})
export class DisclosureModule {}
