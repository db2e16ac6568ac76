import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allot, type Part } from './allotment.js';

const parts = (...weights: readonly number[]): Part[] =>
  weights.map((weight, at) => ({ key: `${'abcdefgh'.charAt(at)}`, weight: BigInt(weight) }));
const shares = (total: bigint, ...weights: readonly number[]): number[] =>
  [...allot(total, parts(...weights)).values()].map(Number);

describe('an amount that is split', () => {
  it.each([
    // 10,000.00 yuan over homes of 100.00, 100.00 and 100.00 m²: the odd fen goes to the first address.
    [1_000_000n, [10_000, 10_000, 10_000], [333_334, 333_333, 333_333]],
    [1_000_000n, [8_950, 12_010, 9_040], [298_334, 400_333, 301_333]],
    [100n, [1, 1, 1, 1, 1, 1], [17, 17, 17, 17, 16, 16]],
    // The largest remainder wins, not the largest weight.
    [10n, [6, 3, 1], [6, 3, 1]],
    [1n, [49, 51], [0, 1]],
    [0n, [1, 2], [0, 0]],
    [5n, [0, 1], [0, 5]],
    [5n, [0, 0], []],
    [5n, [], []],
  ])('%s by %j is %j', (total, weights, expected) => {
    expect(shares(total, ...weights)).toEqual(expected);
  });
});

const ANY_PARTS = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 60 })
  .map((weights) => weights.map((weight, at): Part => ({ key: String(at).padStart(3, '0'), weight })));
const ANY_TOTAL = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe('any split', () => {
  it('sums to the amount exactly, gives nobody less than nothing, and rounds by less than a fen', () => {
    fc.assert(
      fc.property(ANY_TOTAL, ANY_PARTS, (total, of) => {
        const weights = of.reduce((sum, { weight }) => sum + weight, 0n);
        fc.pre(weights > 0n);
        const found = allot(total, of);
        expect([...found.values()].reduce((sum, share) => sum + share, 0n)).toBe(total);
        for (const { key, weight } of of) {
          const share = found.get(key) as bigint;
          expect(share >= 0n).toBe(true);
          const off = share * weights - total * weight;
          expect(off > -weights && off < weights).toBe(true);
          if (weight === 0n) expect(share).toBe(0n);
        }
      }),
    );
  });

  it('is the same in whatever order the parts come', () => {
    const withOrder = ANY_PARTS.chain((of) => {
      const shuffled = fc.shuffledSubarray([...of], { minLength: of.length, maxLength: of.length });
      return fc.tuple(fc.constant(of), shuffled);
    });
    fc.assert(
      fc.property(ANY_TOTAL, withOrder, (total, [of, shuffled]) => {
        const sorted = (map: ReadonlyMap<string, bigint>): unknown => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(allot(total, shuffled))).toEqual(sorted(allot(total, of)));
      }),
    );
  });

  it('gives a larger weight no less', () => {
    fc.assert(
      fc.property(ANY_TOTAL, ANY_PARTS, (total, of) => {
        const found = allot(total, of);
        const shared = of.map(({ key, weight }) => ({ weight, share: found.get(key) ?? 0n }));
        for (const one of shared) {
          for (const other of shared) if (one.weight > other.weight) expect(one.share >= other.share).toBe(true);
        }
      }),
    );
  });
});
