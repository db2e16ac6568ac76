import { describe, expect, it } from '@jest/globals';
import { mostCosts, withdrawalFault, type BasisFacts, type WithdrawalFacts } from './withdrawals.js';

const BASIS: BasisFacts = {
  ...{ kind: 'resolution', use: '5103', from: '2026-03-01', until: '2026-12-31', most: 100_000n, drawn: 0n },
};
const FACTS: WithdrawalFacts = {
  ...{ use: '5103', amount: 50_000n, day: '2026-06-01', basis: BASIS, hasProof: false },
  ...{ income: 100_000n, costs: 0n, costPercent: 30 },
};
const cost = (more: Partial<WithdrawalFacts>): WithdrawalFacts => {
  return { ...FACTS, use: '5101', basis: null, hasProof: true, amount: 30_000n, ...more };
};

describe('a withdrawal under a decision', () => {
  it.each<[string, Partial<WithdrawalFacts>, string | null]>([
    ['within it', {}, null],
    ['up to its last fen', { basis: { ...BASIS, drawn: 50_000n } }, null],
    ['beyond it', { basis: { ...BASIS, drawn: 50_001n } }, 'common-revenue.beyond-decision'],
    ['for something else', { use: '5102' }, 'common-revenue.purpose-differs'],
    ['on its first day', { day: '2026-03-01' }, null],
    ['before it', { day: '2026-02-28' }, 'common-revenue.outside-decision-days'],
    ['on its last day', { day: '2026-12-31' }, null],
    ['after it', { day: '2027-01-01' }, 'common-revenue.outside-decision-days'],
    ['of something that has no end', { day: '2099-01-01', basis: { ...BASIS, until: null } }, null],
    ['without any', { basis: null }, 'common-revenue.no-decision'],
    ['without any, into the maintenance fund', { basis: null, use: '5102' }, 'common-revenue.no-decision'],
  ])('%s', (_, more, fault) => {
    expect(withdrawalFault({ ...FACTS, ...more })).toBe(fault);
  });
});

describe('reasonable costs', () => {
  it.each<[string, Partial<WithdrawalFacts>, string | null]>([
    ['up to the share', {}, null],
    ['a fen beyond it', { amount: 30_001n }, 'common-revenue.cost-beyond-share'],
    ['beyond it with what was deducted before', { costs: 1n }, 'common-revenue.cost-beyond-share'],
    ['without a paper', { hasProof: false }, 'common-revenue.cost-unproven'],
    ['beyond the share, as the owners decided', { amount: 90_000n, basis: { ...BASIS, use: '5101' } }, null],
  ])('%s', (_, more, fault) => {
    expect(withdrawalFault(cost(more))).toBe(fault);
  });

  it('are rounded down', () => {
    expect([mostCosts(99n, 30), mostCosts(0n, 30), mostCosts(10n, 100)]).toEqual([29n, 0n, 10n]);
  });
});
