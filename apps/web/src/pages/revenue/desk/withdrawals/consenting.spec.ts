import { describe, expect, it } from '@jest/globals';
import type { RevenueParty, Withdrawal } from '../../../../api/fund/revenue.js';
import { consentingOf, isLast, stateOf, type Party } from './consenting.js';

const parties = (own: readonly Party[], isStandIn = false): RevenueParty[] =>
  (['committee', 'company', 'sub-district'] as const).map((party) => {
    return { party, name: party, isStandIn: isStandIn && party === 'committee', isOwn: own.includes(party) };
  });
const consents = (...agreed: Party[]): Withdrawal['consents'] =>
  agreed.map((party) => ({ party, by: party, at: '2026-11-27T01:00:00.000Z', signedBy: null, fileId: null }));
const waiting = { entry: null, rejected: null, hasAgreed: false, consents: consents() };
const entry = { id: 'e', number: '3', day: '2026-11-27', isReversed: false };

describe('a withdrawal', () => {
  it('is told by what came of it', () => {
    expect(stateOf(waiting)).toBe('waiting');
    expect(stateOf({ entry, rejected: null })).toBe('paid');
    expect(stateOf({ entry: { ...entry, isReversed: true }, rejected: null })).toBe('reversed');
    expect(stateOf({ entry: null, rejected: '发票不符' })).toBe('sent-back');
  });

  it('is agreed to by each party once, by a person of its own', () => {
    const firm = parties(['company']);
    expect(consentingOf(waiting, firm)).toEqual({ agree: ['company'], hasPaper: false, mayReturn: true });
    expect(consentingOf({ ...waiting, consents: consents('company') }, firm).agree).toEqual([]);
    expect(consentingOf(waiting, parties([]))).toEqual({ agree: [], hasPaper: false, mayReturn: false });
  });

  it('takes the paper of a committee from the street alone, who then agrees by another person', () => {
    const street = parties(['sub-district']);
    expect(consentingOf(waiting, street)).toEqual({ agree: ['sub-district'], hasPaper: true, mayReturn: true });
    expect(consentingOf(waiting, parties(['sub-district'], true)).hasPaper).toBe(false);
    expect(consentingOf({ ...waiting, consents: consents('committee') }, street).hasPaper).toBe(false);
    const recorded = { ...waiting, hasAgreed: true, consents: consents('committee') };
    expect(consentingOf(recorded, street)).toEqual({ agree: [], hasPaper: false, mayReturn: true });
  });

  it('is over once it was paid or sent back', () => {
    const street = parties(['sub-district']);
    const none = { agree: [], hasPaper: false, mayReturn: false };
    expect(consentingOf({ ...waiting, entry }, street)).toEqual(none);
    expect(consentingOf({ ...waiting, rejected: '发票不符' }, street)).toEqual(none);
  });

  it('is paid with the last party, and never without the owners', () => {
    expect(isLast({ consents: consents('company'), needed: 3 }, 'sub-district')).toBe(false);
    expect(isLast({ consents: consents('company', 'committee'), needed: 3 }, 'sub-district')).toBe(true);
    expect(isLast({ consents: consents('company'), needed: 2 }, 'sub-district')).toBe(false);
  });
});
