import { Injectable } from '@nestjs/common';
import { VoucherWriter } from '../vouchers/voucher-writer.js';
import { QuoteWriter } from './contracts/quote-writer.js';
import { ProjectFiles } from './project-file.js';
import { ProjectSteps } from './project-steps.js';

/** What every service of projects works with. */
@Injectable()
export class ProjectDesk {
  constructor(
    readonly files: ProjectFiles,
    readonly steps: ProjectSteps,
    readonly quotes: QuoteWriter,
    readonly vouchers: VoucherWriter,
  ) {}
}
