import { HomeAccounts } from './accounts/home-accounts.js';
import { DepositListsService } from './deposits/deposit-lists.service.js';
import { DepositRegister } from './deposits/deposit-register.js';
import { DepositsService } from './deposits/deposits.service.js';
import { MaintenanceDepositsController } from './deposits/maintenance-deposits.controller.js';
import { MaintenanceHomesController } from './homes/maintenance-homes.controller.js';
import { MaintenanceHomes } from './homes/maintenance-homes.service.js';
import { MaintenanceInterestController } from './interest/interest.controller.js';
import { InterestService } from './interest/interest.service.js';
import { MaintenanceBooks } from './maintenance-books.js';
import './maintenance.errors.js';
import { MaintenanceTopUpsController } from './top-ups/top-ups.controller.js';
import { TopUpsService } from './top-ups/top-ups.service.js';

/** What the maintenance fund of a compound is made of; the module of all funds takes it in whole. */
export const MAINTENANCE = {
  controllers: [
    MaintenanceDepositsController,
    MaintenanceHomesController,
    MaintenanceInterestController,
    MaintenanceTopUpsController,
  ],
  providers: [
    MaintenanceBooks,
    HomeAccounts,
    DepositRegister,
    DepositsService,
    DepositListsService,
    MaintenanceHomes,
    InterestService,
    TopUpsService,
  ],
} as const;
