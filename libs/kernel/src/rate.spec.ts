import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { truncatedRate } from './rate.js';

describe('a truncated rate', () => {
  it.each([
    [1741, 1742, '99.94'],
    [1742, 1742, '100.00'],
    [0, 1742, '0.00'],
    [1, 3, '33.33'],
    [2, 3, '66.66'],
    [30, 46, '65.21'],
    [1, 1742, '0.05'],
    [1, 20_000, '0.00'],
    [99_999_999, 100_000_000, '99.99'],
    [29, 100, '29.00'],
    [57, 100, '57.00'],
  ])('%i of %i is %s', (numerator, denominator, expected) => {
    expect(truncatedRate(numerator, denominator)).toBe(expected);
  });

  it('is unknown where there is nothing to divide by', () => {
    expect(truncatedRate(0, 0)).toBeNull();
  });

  it('is the exact quotient cut off, and 100.00 only for all', () => {
    const pair = fc
      .integer({ min: 1, max: 900_000_000_000 })
      .chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)));
    fc.assert(
      fc.property(pair, ([some, all]) => {
        const hundredths = (BigInt(some) * 10_000n) / BigInt(all);
        expect(truncatedRate(some, all)).toBe(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`);
        expect(truncatedRate(some, all) === '100.00').toBe(some === all);
      }),
    );
  });
});
