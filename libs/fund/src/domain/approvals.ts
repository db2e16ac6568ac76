/** Who had a hand in a payment. */
export interface ApprovalFacts {
  readonly applicantId: string;
  readonly requesterId: string;
  readonly approverIds: readonly string[];
}

export interface Approver {
  readonly id: string;
  /** Whether they declared an interest in the compound. */
  readonly hasInterest: boolean;
  /** Whether the records tie them to whoever is paid. */
  readonly isTied: boolean;
  /** Whether they declare that they have nothing to do with whoever is paid. */
  readonly hasNoInterest: boolean;
  /** Whether they keep the fund: the second of two always does. */
  readonly keepsFund: boolean;
}

export type ApprovalRefusal =
  | 'payment.own-application'
  | 'payment.own-request'
  | 'payment.approved-before'
  | 'payment.approved-twice'
  | 'payment.conflict-of-interest'
  | 'payment.contractor-tie'
  | 'payment.undeclared'
  | 'payment.second-keeps-fund';

/**
 * 双人复核与回避: two different people, neither of whom applied for the money or asked for the payment, nor has anything
 * to do with the compound or whoever is paid, as far as the records tell and as they declare.
 */
export function approvalFault(facts: ApprovalFacts, approver: Approver): ApprovalRefusal | null {
  const { id, hasInterest, isTied, hasNoInterest, keepsFund } = approver;
  if (facts.approverIds.length >= 2) return 'payment.approved-twice';
  if (id === facts.applicantId) return 'payment.own-application';
  if (id === facts.requesterId) return 'payment.own-request';
  if (facts.approverIds.includes(id)) return 'payment.approved-before';
  if (hasInterest) return 'payment.conflict-of-interest';
  if (isTied) return 'payment.contractor-tie';
  if (facts.approverIds.length === 1 && !keepsFund) return 'payment.second-keeps-fund';
  return hasNoInterest ? null : 'payment.undeclared';
}
