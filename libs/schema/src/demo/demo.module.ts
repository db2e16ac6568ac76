import { Module } from '@nestjs/common';
import { AssemblyModule } from '#libs/assembly';
import { CommitteeModule } from '#libs/committee';
import { DevolutionModule } from '#libs/devolution';
import { FundModule } from '#libs/fund';
import { IdentityModule } from '#libs/identity';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { DemoCity } from './demo-city.js';
import { DemoFinishing } from './demo-finishing.js';
import { DemoVotes } from './demo-votes.js';
import { DemoMeetings } from './demo-meetings.js';
import { DemoOffice } from './demo-office.js';
import { DemoSeals } from './demo-seals.js';
import { DemoDisclosure } from './demo-disclosure.js';
import { DemoFund } from './demo-fund.js';
import { DemoMaintenance, DemoRepairs } from './demo-maintenance.js';
import { DemoMoney } from './demo-money.js';
import { DemoIncome, DemoRevenue } from './demo-revenue.js';
import { DemoSpending } from './demo-spending.js';
import { DemoSpendingDesk } from './demo-spending-desk.js';
// Named only as types elsewhere, so nothing else would declare its sentences.
import './demo.errors.js';

@Module({
  imports: [
    RegistryModule,
    IdentityModule,
    DevolutionModule,
    AssemblyModule,
    CommitteeModule,
    LedgerModule,
    FundModule,
  ],
  providers: [
    ...[DemoCity, DemoFinishing, DemoFund, DemoMeetings, DemoOffice, DemoSeals, DemoVotes],
    ...[
      DemoDisclosure,
      DemoMaintenance,
      DemoMoney,
      DemoRepairs,
      DemoIncome,
      DemoRevenue,
      DemoSpending,
      DemoSpendingDesk,
    ],
  ],
  exports: [DemoCity],
})
export class DemoModule {}
