import { Module } from '@nestjs/common';
import { DevolutionModule } from '#libs/devolution';
import { FundModule } from '#libs/fund';
import { IdentityModule } from '#libs/identity';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { DemoCity } from './demo-city.js';
import { DemoFinishing } from './demo-finishing.js';
import { DemoFund } from './demo-fund.js';
// Named only as types elsewhere, so nothing else would declare its sentences.
import './demo.errors.js';

@Module({
  imports: [RegistryModule, IdentityModule, DevolutionModule, LedgerModule, FundModule],
  providers: [DemoCity, DemoFinishing, DemoFund],
  exports: [DemoCity],
})
export class DemoModule {}
