import { Module } from '@nestjs/common';
import { FundBooksModule } from '../books/books.module.js';
import { MoneyInModule } from '../money-in/money-in.module.js';
import { PledgeReader } from './pledge-reader.js';
import { PledgesController, PublicPledgesController } from './pledges.controller.js';
import './pledges.errors.js';
import { PledgesService } from './pledges.service.js';

/** 认捐: what was promised, and what of it has come. */
@Module({
  imports: [FundBooksModule, MoneyInModule],
  controllers: [PledgesController, PublicPledgesController],
  providers: [PledgesService, PledgeReader],
  exports: [PledgesService],
})
export class PledgesModule {}
