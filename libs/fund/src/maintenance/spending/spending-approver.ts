import type { Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { approvalFault, type ApprovalRefusal } from '../../domain/approvals.js';
import { paymentWaitsFor, type RepairPaper } from '../../domain/maintenance/repair-papers.js';
import { keepsFund } from '../../spending/payments/payment-file.js';
import { tiesOf } from '../../spending/payments/ties.queries.js';
import { factsOf, type SpendingRow } from './spendings.queries.js';

const LACKING = {
  contract: 'payment.no-contract',
  acceptance: 'maintenance.not-accepted',
  invoice: 'maintenance.no-invoice',
} as const satisfies Readonly<Record<RepairPaper, string>>;

/** Why somebody does not approve that money of a repair is taken. */
export type SpendingRefusal = ApprovalRefusal | (typeof LACKING)[RepairPaper];

/**
 * 先验收、后付款; then 双人复核与回避, as for the city's fund: the second keeps that, and so looks at all compounds alike.
 * @returns why the caller may not approve it; null: they may
 */
export async function spendingFaultOf(
  manager: EntityManager,
  principal: Principal,
  { spending, on, hasNoInterest }: { spending: SpendingRow; on: string; hasNoInterest: boolean },
): Promise<SpendingRefusal | null> {
  const ties = await tiesOf(manager, principal, on);
  const waits = paymentWaitsFor(factsOf(spending));
  if (waits !== null) return LACKING[waits];
  const { askedById, approvals, payee, compoundId } = spending;
  const facts = { applicantId: askedById, requesterId: askedById, approverIds: approvals.map(({ id }) => id) };
  const tied = {
    hasInterest: ties.compounds.has(compoundId),
    isTied: ties.names.has(payee) || ties.codes.has(spending.contract?.creditCode ?? ''),
  };
  const approver = { id: principal.actor.id, ...tied, hasNoInterest, keepsFund: keepsFund(principal) };
  return approvalFault(facts, approver);
}
