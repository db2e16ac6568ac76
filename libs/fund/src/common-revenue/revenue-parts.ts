import './revenue.errors.js';
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
import { RevenueStatementReader } from './statements/statement-reader.js';
import { RevenueStatementsController } from './statements/statements.controller.js';
import { RevenueStatements } from './statements/statements.service.js';
import { WithdrawalFiles } from './withdrawals/withdrawal-files.js';
import { WithdrawalsController } from './withdrawals/withdrawals.controller.js';
import { WithdrawalsService } from './withdrawals/withdrawals.service.js';

/** What the module of the fund takes in for common revenue. */
export const REVENUE_CONTROLLERS = [
  RevenueDeskController,
  WithdrawalsController,
  RevenueContractsController,
  RevenueStatementsController,
  PublicRevenueController,
  PublicRevenueFilesController,
  RevenueObjectionsController,
  OwnRevenueObjectionsController,
];
export const REVENUE_PROVIDERS = [
  ...[RevenueFiles, RevenuePapers, RevenueWriter, RevenueDesk],
  ...[AccountsService, WithdrawalFiles, WithdrawalsService, RevenueContracts],
  ...[RevenueStatementReader, RevenueStatements, PublicRevenue, PublicNotices, RevenueObjections, RevenueOverdue],
  PublicRevenueFilesLimit,
];
