import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { FundBooksModule } from '../books/books.module.js';
import { VoucherWriterModule } from '../vouchers/voucher-writer.module.js';
import { ContractsService } from './contracts/contracts.service.js';
import { QuoteWriter } from './contracts/quote-writer.js';
import { DecisionPapers } from './decision-papers.js';
import { DecisionsService } from './decisions.service.js';
import { PaymentFiles } from './payments/payment-file.js';
import { PaymentQueue } from './payments/payment-queue.js';
import { PaymentsController } from './payments/payments.controller.js';
import './payments/payments.errors.js';
import { PaymentsService } from './payments/payments.service.js';
import { ProjectDesk } from './project-desk.js';
import { ProjectFiles } from './project-file.js';
import { ProjectMoneyController } from './project-money.controller.js';
import { ProjectReader } from './project-reader.js';
import { ProjectSteps } from './project-steps.js';
import { ProjectsController } from './projects.controller.js';
import { ProjectQueries } from './projects.queries.js';
import { ProjectsService } from './projects.service.js';
import './spending.errors.js';

const STEPS = [ProjectsService, DecisionsService, ContractsService, PaymentsService];
const DESK = [DecisionPapers, PaymentFiles, ProjectDesk, ProjectFiles, ProjectSteps, QuoteWriter];
const READING = [PaymentQueue, ProjectQueries, ProjectReader];

/** 项目支出: from the application to the acceptance, and the payments between. */
@Module({
  imports: [RegistryModule, FundBooksModule, VoucherWriterModule],
  controllers: [ProjectsController, ProjectMoneyController, PaymentsController],
  providers: [...STEPS, ...DESK, ...READING],
  exports: [...STEPS, DecisionPapers, ProjectFiles, QuoteWriter],
})
export class SpendingModule {}
