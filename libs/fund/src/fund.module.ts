import { Module } from '@nestjs/common';
import { AssemblyModule } from '#libs/assembly';
import { LedgerModule } from '#libs/ledger';
import { RegistryModule } from '#libs/registry';
import { RosterModule } from '#libs/roster';
import { FundMatchesController } from './bank/matches.controller.js';
import { FundReconciliationsController } from './bank/reconciliation.controller.js';
import { FundStatementsController } from './bank/statements.controller.js';
import { FundBooksController } from './books/books.controller.js';
import { BookQueries } from './books/books.queries.js';
import { FundBooks } from './books/fund-books.service.js';
import { REVENUE_CONTROLLERS, REVENUE_PROVIDERS } from './common-revenue/revenue-parts.js';
import './disclosure/disclosure.errors.js';
import { StatementFilesController } from './disclosure/files/statement-files.controller.js';
import { PublicDisclosureController } from './disclosure/public-disclosure.controller.js';
import { PublicDisclosure } from './disclosure/public-disclosure.service.js';
import { PublicationsController } from './disclosure/publications.controller.js';
import { PublicationsService } from './disclosure/publications.service.js';
import { StatementReader } from './disclosure/statement-reader.js';
import { FundBalancesController } from './entries/balances.controller.js';
import { BookEntriesController } from './entries/book-entries.controller.js';
import { FundEntriesController } from './entries/entries.controller.js';
import { FundEntriesService } from './entries/fund-entries.service.js';
import { FundReversals } from './entries/reversals.service.js';
import './fund.errors.js';
import { FundHoldsController } from './keeping/holds.controller.js';
import { FundMonthsController } from './keeping/months.controller.js';
import { ProjectHolds } from './keeping/project-holds.js';
import { MAINTENANCE } from './maintenance/maintenance.providers.js';
import { CertificatesService } from './money-in/certificates.service.js';
import { ReceiptsController } from './money-in/receipts.controller.js';
import './money-in/receipts.errors.js';
import { ReceiptsService } from './money-in/receipts.service.js';
import { PublicFundController } from './public/public-fund.controller.js';
import { PublicFundQueries } from './public/public-fund.queries.js';
import { PublicGiftsController } from './public/public-gifts.controller.js';
import { PublicGifts } from './public/public-gifts.service.js';
import { PublicProjectsController } from './public/public-projects.controller.js';
import { PublicProjects } from './public/public-projects.service.js';
import { PublicVouchersController } from './public/public-vouchers.controller.js';
import { PledgeReader } from './pledges/pledge-reader.js';
import { PledgesController, PublicPledgesController } from './pledges/pledges.controller.js';
import './pledges/pledges.errors.js';
import { PledgesService } from './pledges/pledges.service.js';
import { PublicVouchers } from './public/public-vouchers.service.js';
import { ContractsService } from './spending/contracts/contracts.service.js';
import { QuoteWriter } from './spending/contracts/quote-writer.js';
import { DecisionPapers } from './spending/decision-papers.js';
import { DecisionsService } from './spending/decisions.service.js';
import { PaymentFiles } from './spending/payments/payment-file.js';
import { PaymentQueue } from './spending/payments/payment-queue.js';
import { PaymentsController } from './spending/payments/payments.controller.js';
import './spending/payments/payments.errors.js';
import { PaymentsService } from './spending/payments/payments.service.js';
import { ProjectDesk } from './spending/project-desk.js';
import { ProjectFiles } from './spending/project-file.js';
import { ProjectMoneyController } from './spending/project-money.controller.js';
import { ProjectReader } from './spending/project-reader.js';
import { ProjectSteps } from './spending/project-steps.js';
import { ProjectsController } from './spending/projects.controller.js';
import { ProjectQueries } from './spending/projects.queries.js';
import { ProjectsService } from './spending/projects.service.js';
import './spending/spending.errors.js';
import { VoucherWithdrawals } from './vouchers/voucher-withdrawals.service.js';
import { VoucherWriter } from './vouchers/voucher-writer.js';
import { VouchersController } from './vouchers/vouchers.controller.js';
import './vouchers/vouchers.errors.js';
import { VouchersService } from './vouchers/vouchers.service.js';

const SPENDING = [
  ProjectsService,
  DecisionsService,
  ContractsService,
  PaymentsService,
  ReceiptsService,
  PledgesService,
  VouchersService,
];
const READING = [ProjectQueries, ProjectReader, PaymentQueue, CertificatesService, PledgeReader];

const DISCLOSURE = [StatementReader, PublicationsService, PublicDisclosure];

const BANK = [FundStatementsController, FundMatchesController, FundReconciliationsController];
const KEEPING = [FundBooksController, BookEntriesController, FundHoldsController, FundMonthsController];

@Module({
  imports: [RegistryModule, LedgerModule, AssemblyModule, RosterModule],
  controllers: [
    ...[FundEntriesController, FundBalancesController, ...KEEPING, ...BANK, ReceiptsController, VouchersController],
    ...[ProjectsController, ProjectMoneyController, PaymentsController],
    ...[PublicFundController, PublicGiftsController, PublicVouchersController],
    ...[PledgesController, PublicPledgesController, PublicProjectsController],
    ...[PublicationsController, PublicDisclosureController, StatementFilesController],
    ...[...MAINTENANCE.controllers, ...REVENUE_CONTROLLERS],
  ],
  providers: [
    ...[
      FundBooks,
      BookQueries,
      FundEntriesService,
      FundReversals,
      ProjectHolds,
      PublicFundQueries,
      PublicGifts,
      PublicProjects,
      PublicVouchers,
    ],
    ...[
      ProjectFiles,
      ProjectSteps,
      ProjectDesk,
      PaymentFiles,
      QuoteWriter,
      VoucherWriter,
      VoucherWithdrawals,
      DecisionPapers,
    ],
    ...[...SPENDING, ...READING, ...DISCLOSURE, ...MAINTENANCE.providers, ...REVENUE_PROVIDERS],
  ],
  exports: [
    ...[FundBooks, VoucherWithdrawals, PublicationsService, PublicDisclosure, ...SPENDING],
    ...[...MAINTENANCE.providers, ...REVENUE_PROVIDERS],
  ],
})
export class FundModule {}
