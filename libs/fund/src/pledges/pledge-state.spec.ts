import { describe, expect, it } from '@jest/globals';
import { keepingFault, outstandingOf, pledgeState, type PledgeFacts, type PledgeState } from './pledge-state.js';

const TODAY = '2026-11-27';
const PLEDGE: PledgeFacts = { amount: 10_000n, received: 0n, dueOn: '2026-11-27', isWithdrawn: false };

describe('a pledge', () => {
  it.each<[string, Partial<PledgeFacts>, PledgeState, bigint]>([
    ['of which nothing came, on its last day', {}, 'open', 10_000n],
    ['with no day', { dueOn: null }, 'open', 10_000n],
    ['of which a part came', { received: 1n }, 'part-kept', 9_999n],
    ['a day late', { dueOn: '2026-11-26', received: 1n }, 'overdue', 9_999n],
    ['that came whole, late or not', { dueOn: '2026-11-26', received: 10_000n }, 'kept', 0n],
    ['that was withdrawn after a part came', { received: 1n, isWithdrawn: true }, 'withdrawn', 0n],
    ['that came whole although it was withdrawn', { received: 10_000n, isWithdrawn: true }, 'kept', 0n],
  ])('%s', (_, more, state, outstanding) => {
    const facts = { ...PLEDGE, ...more };
    expect([pledgeState(facts, TODAY), outstandingOf(facts)]).toEqual([state, outstanding]);
  });

  it('takes no more than is expected of it', () => {
    expect(keepingFault(PLEDGE, 10_000n)).toBeNull();
    expect(keepingFault(PLEDGE, 10_001n)).toBe('pledge.exceeded');
    expect(keepingFault({ ...PLEDGE, received: 10_000n }, 1n)).toBe('pledge.over');
    expect(keepingFault({ ...PLEDGE, isWithdrawn: true }, 1n)).toBe('pledge.over');
  });
});
