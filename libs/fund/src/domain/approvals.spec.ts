import { describe, expect, it } from '@jest/globals';
import { approvalFault, type ApprovalFacts, type Approver } from './approvals.js';

const FACTS: ApprovalFacts = { applicantId: 'applicant', requesterId: 'requester', approverIds: [] };
const someone = (id: string, more: Partial<Approver> = {}): Approver => {
  return { id, hasInterest: false, isTied: false, hasNoInterest: true, keepsFund: false, ...more };
};

describe('the approval of a payment', () => {
  it.each<[string, Partial<Approver>, string | null]>([
    ['applicant', {}, 'payment.own-application'],
    ['requester', {}, 'payment.own-request'],
    ['neighbour', { hasInterest: true }, 'payment.conflict-of-interest'],
    ['partner', { isTied: true }, 'payment.contractor-tie'],
    ['colleague', {}, null],
  ])('by the %s', (id, more, fault) => {
    expect(approvalFault(FACTS, someone(id, more))).toBe(fault);
  });

  it('asks for a declaration', () => {
    expect(approvalFault(FACTS, someone('colleague', { hasNoInterest: false }))).toBe('payment.undeclared');
  });

  it('takes two people, the second of whom keeps the fund', () => {
    const once = { ...FACTS, approverIds: ['first'] };
    expect(approvalFault(once, someone('first', { keepsFund: true }))).toBe('payment.approved-before');
    expect(approvalFault(once, someone('second'))).toBe('payment.second-keeps-fund');
    expect(approvalFault(once, someone('second', { keepsFund: true }))).toBeNull();
    const twice = { ...FACTS, approverIds: ['first', 'second'] };
    expect(approvalFault(twice, someone('third', { keepsFund: true }))).toBe('payment.approved-twice');
  });
});
