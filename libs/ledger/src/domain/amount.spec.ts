import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountOf, amountText, LARGEST_AMOUNT } from './amount.js';

describe('an amount', () => {
  it.each([
    ['0', 2, 0n],
    ['-0.05', 2, -5n],
    ['+1,234.50', 2, 123450n],
    ['12.340000', 2, 1234n],
    ['7', 0, 7n],
    ['1.5', 3, 1500n],
    ['100000000000000000', 0, LARGEST_AMOUNT],
  ])('%s with %d digits is %s', (text, decimals, units) => {
    expect(amountOf(text, decimals)).toBe(units);
  });

  it.each([
    ['0.001', 2],
    ['1.5', 0],
    ['', 2],
    ['1e3', 2],
    ['1,23.00', 2],
    ['--1', 2],
    ['１２', 2],
    ['0x10', 2],
    ['.5', 2],
    ['1000000000000000.01', 2],
    ['9'.repeat(40), 2],
  ])('%s with %d digits is none', (text, decimals) => {
    expect(amountOf(text, decimals)).toBeNull();
  });

  it('is written as it is read', () => {
    const units = fc.bigInt({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT });
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 8 }), (value, decimals) => {
        expect(amountOf(amountText(value, decimals), decimals)).toBe(value);
      }),
    );
  });
});
