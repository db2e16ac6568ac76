import { Module } from '@nestjs/common';
import { FundBankModule } from './bank/bank.module.js';
import { FundBooksModule } from './books/books.module.js';
import { CommonRevenueModule } from './common-revenue/common-revenue.module.js';
import { DisclosureModule } from './disclosure/disclosure.module.js';
import { FundEntriesModule } from './entries/entries.module.js';
import './fund.errors.js';
import { FundKeepingModule } from './keeping/keeping.module.js';
import { MaintenanceModule } from './maintenance/maintenance.module.js';
import { MoneyInModule } from './money-in/money-in.module.js';
import { PledgesModule } from './pledges/pledges.module.js';
import { PublicFundModule } from './public/public-fund.module.js';
import { SpendingModule } from './spending/spending.module.js';
import { VouchersModule } from './vouchers/vouchers.module.js';

const BOOKS = [FundBooksModule, FundEntriesModule, FundKeepingModule, FundBankModule];
const BEAUTIFUL_HOME = [MoneyInModule, PledgesModule, SpendingModule, VouchersModule];
const OF_OWNERS = [MaintenanceModule, CommonRevenueModule];
const IN_SIGHT_OF_ALL = [DisclosureModule, PublicFundModule];
const PARTS = [...BOOKS, ...BEAUTIFUL_HOME, ...OF_OWNERS, ...IN_SIGHT_OF_ALL];

/** All books of a city: each part names what it needs of the others. */
@Module({ imports: PARTS, exports: PARTS })
export class FundModule {}
