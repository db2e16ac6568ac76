import { ApiProperty } from '@nestjs/swagger';
import { PROJECT_STATES, PROJECT_STEPS } from '../domain/spending-state.js';
import { SOURCES, USE_CODES, USES, type Source } from '../domain/uses.js';
import { yuanText } from '../domain/fen.js';
import type { ShownVoucher } from '../vouchers/vouchers.queries.js';
import { VoucherResponse } from '../vouchers/vouchers.dto.js';
import { stateOfProject } from './project-file.js';
import type { DecisionRow, PaymentRow, ProjectRow, StepRow } from './projects.queries.js';

const DEEDS = [...PROJECT_STEPS, 'appropriation', 'quote', 'payment'];

export class FundCompound {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class ProjectStepResponse {
  @ApiProperty({ enum: PROJECT_STEPS }) step: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty() by: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) agrees: boolean | null;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  @ApiProperty({ type: String, nullable: true }) counterparty: string | null;
  @ApiProperty({ type: String, nullable: true }) creditCode: string | null;
  @ApiProperty({ type: String, nullable: true }) amount: string | null;

  static from({ amount, ...told }: StepRow): ProjectStepResponse {
    return { ...told, amount: amount === null ? null : yuanText(amount) };
  }
}

export class ProjectDecisionResponse {
  @ApiProperty({ enum: ['resolution', 'act'] }) kind: string;
  @ApiProperty({ example: '办件 1405-WY-19-2026-0001' }) document: string;
  @ApiProperty({ format: 'date' }) decidedOn: string;
  @ApiProperty() amount: string;
  @ApiProperty({ description: 'what projects under it have not drawn yet' }) left: string;

  static from({ kind, document, decidedOn, amount, drawn }: DecisionRow): ProjectDecisionResponse {
    return { kind, document, decidedOn, amount: yuanText(amount), left: yuanText(BigInt(amount) - BigInt(drawn)) };
  }
}

export class ProjectQuoteResponse {
  @ApiProperty() firm: string;
  @ApiProperty() amount: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) fileId: string | null;
}

export class PaymentApprovalResponse {
  @ApiProperty() name: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class PaymentEntryResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: '凭证号' }) number: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() isReversed: boolean;
}

export class ProjectPaymentResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() amount: string;
  @ApiProperty() payee: string;
  @ApiProperty() memo: string;
  @ApiProperty() askedBy: string;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty({ type: [PaymentApprovalResponse] }) approvals: PaymentApprovalResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'why it was rejected' }) rejected: string | null;
  @ApiProperty({ type: PaymentEntryResponse, nullable: true }) entry: PaymentEntryResponse | null;

  static from({
    id,
    amount,
    payee,
    memo,
    askedBy,
    askedAt,
    approvals,
    rejected,
    entry,
  }: PaymentRow): ProjectPaymentResponse {
    return {
      ...{ id, amount: yuanText(amount), payee, memo, askedBy, askedAt: new Date(askedAt).toISOString(), entry },
      approvals: approvals.map(({ name, at }) => ({ name, at: new Date(at).toISOString() })),
      rejected: rejected?.reason ?? null,
    };
  }
}

/** A project as it is listed. */
export class ProjectBrief {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() compound: FundCompound;
  @ApiProperty() title: string;
  @ApiProperty({ enum: USE_CODES }) use: string;
  @ApiProperty({ example: '设施修缮' }) useName: string;
  @ApiProperty({ description: 'applied for' }) amount: string;
  @ApiProperty() paid: string;
  @ApiProperty({ enum: PROJECT_STATES }) state: string;
  @ApiProperty({ format: 'date' }) appliedOn: string;
  @ApiProperty({ type: String, nullable: true, description: 'what happened, where it is an emergency' })
  emergency: string | null;

  static of(row: ProjectRow): ProjectBrief {
    const { id, compound, title, use, amount, paid, appliedOn, emergency } = row;
    const told = { id, compound, title, use, useName: USES[use], appliedOn, emergency };
    return { ...told, amount: yuanText(amount), paid: yuanText(paid), state: stateOfProject(row) };
  }
}

export class ProjectsResponse {
  @ApiProperty({ type: [ProjectBrief] }) items: ProjectBrief[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

/** What an answer says besides the project itself. */
export interface AboutProject {
  readonly vouchers: readonly ShownVoucher[];
  readonly deeds: readonly string[];
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
}

/** A project with the whole chain from its application to its acceptance. */
export class ProjectResponse extends ProjectBrief {
  @ApiProperty() reason: string;
  @ApiProperty({ type: String, nullable: true }) beneficiary: string | null;
  @ApiProperty() applicant: string;
  @ApiProperty({ enum: DEEDS, isArray: true, description: 'what may be done next, by whoever may' }) deeds: string[];
  @ApiProperty({ type: [ProjectStepResponse] }) steps: ProjectStepResponse[];
  @ApiProperty({ type: ProjectDecisionResponse, nullable: true }) decision: ProjectDecisionResponse | null;
  @ApiProperty({ type: [ProjectQuoteResponse] }) quotes: ProjectQuoteResponse[];
  @ApiProperty({ type: String, nullable: true, example: '社会捐赠' }) source: string | null;
  @ApiProperty({ description: 'set aside and not paid yet' }) aside: string;
  @ApiProperty({ type: [ProjectPaymentResponse] }) payments: ProjectPaymentResponse[];
  @ApiProperty({ type: [VoucherResponse] }) vouchers: VoucherResponse[];
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'by when an emergency is to be accepted' })
  dueOn: string | null;
  @ApiProperty() isOverdue: boolean;

  static from(row: ProjectRow, { vouchers, deeds, dueOn, isOverdue }: AboutProject): ProjectResponse {
    const { reason, beneficiary, applicant, decision, source } = row;
    return {
      ...{ ...ProjectBrief.of(row), reason, beneficiary, applicant, deeds: [...deeds] },
      steps: row.steps.map((step) => ProjectStepResponse.from(step)),
      decision: decision && ProjectDecisionResponse.from(decision),
      quotes: row.quotes.map(({ amount, ...quote }) => ({ ...quote, amount: yuanText(amount) })),
      ...{ source: source && SOURCES[source as Source], aside: yuanText(row.aside) },
      payments: row.payments.map((payment) => ProjectPaymentResponse.from(payment)),
      vouchers: vouchers.map((voucher) => VoucherResponse.from(voucher)),
      ...{ dueOn, isOverdue },
    };
  }
}
