import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog } from '#libs/platform';
import { coversCity, scopeOf } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { approvalFault, type ApprovalRefusal } from '../../domain/approvals.js';
import { ProjectFiles } from '../project-file.js';
import type { PaymentRow, ProjectRow } from '../projects.queries.js';
import { FundPayment } from '../tables/fund-payment.entity.js';
import type { Ties } from './ties.queries.js';

/** A payment with the project that it belongs to. */
export interface PaymentFile {
  readonly project: ProjectRow;
  readonly payment: PaymentRow;
}

/** Whoever is over the whole city keeps its fund. */
export function keepsFund(principal: Principal): boolean {
  return coversCity(scopeOf(principal, 'fund.write'), `${principal.cityCode}/`);
}

/** Why somebody may not approve a payment, by what the records tie them to and what they declare; null: they may. */
export function approvalFaultOf(
  principal: Principal,
  { project, payment }: PaymentFile,
  { ties, hasNoInterest }: { readonly ties: Ties; readonly hasNoInterest: boolean },
): ApprovalRefusal | null {
  const { id } = principal.actor;
  const creditCode = project.steps.find(({ step }) => step === 'contract')?.creditCode ?? null;
  const facts = { applicantId: project.applicantId, requesterId: payment.askedById };
  const approverIds = payment.approvals.map((each) => each.id);
  const isTied = ties.names.has(payment.payee) || (creditCode !== null && ties.codes.has(creditCode));
  const hasInterest = ties.compounds.has(project.compound.id);
  const keeps = keepsFund(principal);
  return approvalFault({ ...facts, approverIds }, { id, hasInterest, isTied, hasNoInterest, keepsFund: keeps });
}

/** Payments that wait for approval, one at a time. */
@Injectable()
export class PaymentFiles {
  constructor(
    private readonly auditLog: AuditLog,
    private readonly projects: ProjectFiles,
  ) {}

  /** @throws DomainError `payment.not-found`, `payment.payment-paid`, `payment.payment-rejected` */
  async lock(manager: EntityManager, principal: Principal, id: string): Promise<PaymentFile> {
    const row = await manager.findOneBy(FundPayment, { cityId: principal.cityId, id });
    if (!row) throw new DomainError('payment.not-found', { id });
    const project = await this.projects.lock(manager, principal, row.projectId).catch((thrown: unknown) => {
      const isUnseen = thrown instanceof DomainError && thrown.code === 'project.not-found';
      throw isUnseen ? new DomainError('payment.not-found', { id }) : thrown;
    });
    const payment = project.payments.find((each) => each.id === id);
    if (!payment) throw new DomainError('payment.not-found', { id });
    if (payment.entry) throw new DomainError('payment.payment-paid');
    if (payment.rejected) throw new DomainError('payment.payment-rejected');
    return { project, payment };
  }

  async tell(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    { action, after }: { readonly action: string; readonly after: object },
  ): Promise<void> {
    const line = { action: `fund-payment.${action}`, subjectKind: 'fund-payment', subjectId, after };
    await this.auditLog.record(manager, principal, line);
  }
}
