import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { PublicFundController } from './public-fund.controller.js';
import { PublicFundQueries } from './public-fund.queries.js';
import { PublicGiftsController } from './public-gifts.controller.js';
import { PublicGifts } from './public-gifts.service.js';
import { PublicProjectsController } from './public-projects.controller.js';
import { PublicProjects } from './public-projects.service.js';
import { PublicVouchersController } from './public-vouchers.controller.js';
import { PublicVouchers } from './public-vouchers.service.js';

/** 公开账本: what everybody sees of the fund, down to the voucher. */
@Module({
  imports: [LedgerModule],
  controllers: [PublicFundController, PublicGiftsController, PublicProjectsController, PublicVouchersController],
  providers: [PublicFundQueries, PublicGifts, PublicProjects, PublicVouchers],
})
export class PublicFundModule {}
