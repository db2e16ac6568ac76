import { Module } from '@nestjs/common';
import { AssemblyModule } from '#libs/assembly';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { RosterModule } from '#libs/roster';
import { FundBooksModule } from '../books/books.module.js';
import { MaintenanceModule } from '../maintenance/maintenance.module.js';
import { AccountsService } from './desk/accounts.service.js';
import { RevenueDeskController } from './desk/revenue-desk.controller.js';
import { RevenueDesk } from './desk/revenue-desk.js';
import { RevenueFiles } from './desk/revenue-files.js';
import { RevenuePapers } from './desk/revenue-papers.js';
import { RevenueWriter } from './desk/revenue-writer.js';
import { RevenueContractsController } from './income/contracts.controller.js';
import { RevenueContracts } from './income/contracts.service.js';
import { RevenueObjectionsController } from './objections/objections.controller.js';
import { RevenueObjections } from './objections/objections.service.js';
import { OwnRevenueObjectionsController } from './objections/own-objections.controller.js';
import { RevenueOverdue } from './objections/revenue-overdue.js';
import { PublicRevenueFilesController } from './public/public-files.controller.js';
import { PublicRevenueFilesLimit } from './public/public-files-limit.js';
import { PublicNotices } from './public/public-notices.js';
import { PublicRevenueController } from './public/public-revenue.controller.js';
import { PublicRevenue } from './public/public-revenue.service.js';
import './revenue.errors.js';
import { RevenueStatementReader } from './statements/statement-reader.js';
import { RevenueStatementsController } from './statements/statements.controller.js';
import { RevenueStatements } from './statements/statements.service.js';
import { WithdrawalFiles } from './withdrawals/withdrawal-files.js';
import { WithdrawalsController } from './withdrawals/withdrawals.controller.js';
import { WithdrawalsService } from './withdrawals/withdrawals.service.js';

const DESK = [RevenueFiles, RevenuePapers, RevenueWriter, RevenueDesk, AccountsService, RevenueContracts];
const WITHDRAWALS = [WithdrawalFiles, WithdrawalsService];
const SHOWN = [RevenueStatementReader, RevenueStatements, PublicRevenue, PublicNotices, PublicRevenueFilesLimit];
const OBJECTIONS = [RevenueObjections, RevenueOverdue];

/** 公共收益: what the common parts of a compound earn, and where owners have it go. */
@Module({
  imports: [LedgerModule, RegistryModule, RosterModule, AssemblyModule, FundBooksModule, MaintenanceModule],
  controllers: [
    ...[RevenueDeskController, WithdrawalsController, RevenueContractsController, RevenueStatementsController],
    ...[PublicRevenueController, PublicRevenueFilesController],
    ...[RevenueObjectionsController, OwnRevenueObjectionsController],
  ],
  providers: [...DESK, ...WITHDRAWALS, ...SHOWN, ...OBJECTIONS],
  exports: [AccountsService, RevenueContracts, RevenueObjections, RevenueStatements, WithdrawalsService],
})
export class CommonRevenueModule {}
