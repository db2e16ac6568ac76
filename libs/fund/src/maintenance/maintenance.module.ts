import { Module } from '@nestjs/common';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { RosterModule } from '#libs/roster';
import { FundBooksModule } from '../books/books.module.js';
import { SpendingModule } from '../spending/spending.module.js';
import { VoucherWriterModule } from '../vouchers/voucher-writer.module.js';
import { HomeAccounts } from './accounts/home-accounts.js';
import { DepositListsService } from './deposits/deposit-lists.service.js';
import { DepositRegister } from './deposits/deposit-register.js';
import { DepositsService } from './deposits/deposits.service.js';
import { MaintenanceDepositsController } from './deposits/maintenance-deposits.controller.js';
import { MaintenanceTableController } from './homes/homes-table.controller.js';
import { MaintenanceHomesController } from './homes/maintenance-homes.controller.js';
import { MaintenanceHomes } from './homes/maintenance-homes.service.js';
import { MaintenanceInterestController } from './interest/interest.controller.js';
import { InterestService } from './interest/interest.service.js';
import { MaintenanceBooks } from './maintenance-books.js';
import './instalments.errors.js';
import './maintenance.errors.js';
import { OwnSubAccountsController } from './owners/own-sub-accounts.controller.js';
import { OwnSubAccounts } from './owners/own-sub-accounts.service.js';
import { PublicMaintenanceController } from './public/public-maintenance.controller.js';
import { PublicMaintenance } from './public/public-maintenance.service.js';
import { PublicRepairs } from './public/public-repairs.service.js';
import { RevenueShares } from './revenue-shares.js';
import { CostSplits } from './spending/cost-splits.service.js';
import { SpendingFiles } from './spending/spending-files.js';
import { RepairOverdue } from './spending/papers/repair-overdue.js';
import { OverdueRepairsController, RepairPapersController } from './spending/papers/repair-papers.controller.js';
import { RepairPapers } from './spending/papers/repair-papers.service.js';
import { InstalmentPayments } from './spending/instalments/instalment-payments.service.js';
import { InstalmentsController } from './spending/instalments/instalments.controller.js';
import { Schedules } from './spending/instalments/schedules.js';
import { MaintenanceSpendingController } from './spending/spending.controller.js';
import { SpendingReader } from './spending/spending-reader.js';
import { MaintenanceSpendingsController } from './spending/spendings.controller.js';
import { SpendingsService } from './spending/spendings.service.js';
import { MaintenanceTopUpsController } from './top-ups/top-ups.controller.js';
import { TopUpsService } from './top-ups/top-ups.service.js';

const KEEPING = [MaintenanceDepositsController, MaintenanceHomesController, MaintenanceInterestController];
const SHOWING = [MaintenanceTableController, OwnSubAccountsController, PublicMaintenanceController];
const BOOKS = [
  ...[MaintenanceBooks, HomeAccounts, DepositRegister, DepositsService, DepositListsService, RevenueShares],
];
const HOMES = [MaintenanceHomes, InterestService, TopUpsService, OwnSubAccounts, PublicMaintenance];
const SPENDING = [CostSplits, SpendingFiles, SpendingsService, SpendingReader, InstalmentPayments];
const PAPERS = [RepairPapers, Schedules, RepairOverdue, PublicRepairs];

/** 维修资金: deposits, sub-accounts, interest, top-ups, and repairs split among those who benefit. */
@Module({
  imports: [LedgerModule, RegistryModule, RosterModule, FundBooksModule, SpendingModule, VoucherWriterModule],
  controllers: [
    ...[...KEEPING, ...SHOWING],
    ...[MaintenanceTopUpsController, MaintenanceSpendingsController, MaintenanceSpendingController],
    ...[RepairPapersController, InstalmentsController, OverdueRepairsController],
  ],
  providers: [...BOOKS, ...HOMES, ...SPENDING, ...PAPERS],
  exports: [
    ...[DepositListsService, DepositsService, InterestService, MaintenanceBooks, MaintenanceHomes, RevenueShares],
    ...[InstalmentPayments, RepairPapers, SpendingsService],
  ],
})
export class MaintenanceModule {}
