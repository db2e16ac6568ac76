import type { Day, Principal } from '#libs/kernel';
import { approvalFault, type ApprovalRefusal } from '../../../domain/approvals.js';
import { instalmentWaitsFor, type Awaited } from '../../../domain/maintenance/instalments.js';
import { keepsFund } from '../../../spending/payments/payment-file.js';
import type { Ties } from '../../../spending/payments/ties.queries.js';
import { factsOf, type SpendingRow } from '../spendings.queries.js';
import { instalmentState, type InstalmentRow } from './instalments.queries.js';

/** One payment of a repair, and the repair. */
export interface InstalmentOf {
  readonly spending: SpendingRow;
  readonly instalment: InstalmentRow;
}

/** What it waits for, as a refusal tells it. */
const LACKING = {
  contract: 'payment.no-contract',
  certificate: 'maintenance.no-certificate',
  acceptance: 'maintenance.not-accepted',
  invoice: 'maintenance.no-invoice',
  defects: 'maintenance.not-due',
} as const satisfies Readonly<Record<Awaited, string>>;

export type LackingRefusal = (typeof LACKING)[Awaited];

/** Why nobody asks yet that it is paid; null: nothing is lacking. */
export function lackingFault({ spending, instalment }: InstalmentOf, on: Day): LackingRefusal | null {
  const awaited = instalmentWaitsFor(instalment, factsOf(spending), on);
  return awaited === null ? null : LACKING[awaited];
}

/**
 * 双人复核与回避, as for the city's fund: the second keeps that, and so looks at all compounds alike.
 * @returns why the caller may not approve it; null: they may
 */
export function approverFault(
  { spending, instalment: { request } }: InstalmentOf,
  principal: Principal,
  { ties, hasNoInterest }: { readonly ties: Ties; readonly hasNoInterest: boolean },
): ApprovalRefusal | null {
  const { askedById, payee, contract, compoundId } = spending;
  const approverIds = request?.approvals.map(({ id }) => id) ?? [];
  const tied = {
    hasInterest: ties.compounds.has(compoundId),
    isTied: ties.names.has(payee) || ties.codes.has(contract?.creditCode ?? ''),
  };
  return approvalFault(
    { applicantId: askedById, requesterId: request?.askedById ?? '', approverIds },
    { id: principal.actor.id, ...tied, hasNoInterest, keepsFund: keepsFund(principal) },
  );
}

export const INSTALMENT_DEEDS = ['ask', 'approve', 'return', 'collect'] as const;
export type InstalmentDeed = (typeof INSTALMENT_DEEDS)[number];

/** What whoever keeps the fund of the compound may do about it, as the records tell, or why it does not go on. */
export function doable(
  of: InstalmentOf,
  principal: Principal,
  { ties, on }: { readonly ties: Ties; readonly on: Day },
): { readonly deeds: readonly InstalmentDeed[]; readonly fault: LackingRefusal | ApprovalRefusal | null } {
  const state = of.spending.rejected === null ? instalmentState(of.instalment) : 'paid';
  if (state === 'planned') {
    const fault = lackingFault(of, on);
    return { deeds: fault === null ? ['ask'] : [], fault };
  }
  if (state === 'asked') {
    const fault = approverFault(of, principal, { ties, hasNoInterest: true });
    return { deeds: fault === null ? ['approve', 'return'] : ['return'], fault };
  }
  return { deeds: state === 'owing' ? ['collect'] : [], fault: null };
}
