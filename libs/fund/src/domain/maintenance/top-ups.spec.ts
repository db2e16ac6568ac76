import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { topUpOf } from './top-ups.js';

describe('when a home tops up', () => {
  it.each([
    // The first deposit was 10,000.00 yuan: 3,000.00 is enough, a fen less is not.
    [1_000_000n, 300_000n, null],
    [1_000_000n, 299_999n, { missing: 1n, toFirst: 700_001n }],
    [1_000_000n, 0n, { missing: 300_000n, toFirst: 1_000_000n }],
    // 30 % of 1.01 yuan is 30.3 fen: 31 fen are enough, 30 are not.
    [101n, 31n, null],
    [101n, 30n, { missing: 1n, toFirst: 71n }],
    [0n, 0n, null],
  ])('first %s, now %s', (first, balance, expected) => {
    expect(topUpOf({ first, balance }, 30)).toEqual(expected);
  });

  it('is over once the missing amount was paid, and not a fen before', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 10n });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 100 }), (first, balance, percent) => {
        const found = topUpOf({ first, balance }, percent);
        if (found === null) return;
        expect(found.missing > 0n && found.missing <= found.toFirst).toBe(true);
        expect(topUpOf({ first, balance: balance + found.missing }, percent)).toBeNull();
        expect(topUpOf({ first, balance: balance + found.missing - 1n }, percent)).not.toBeNull();
      }),
    );
  });
});
