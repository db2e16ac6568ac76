import { describe, expect, it } from '@jest/globals';
import { directionOf } from './entry-direction.js';

const entry = (...lines: [account: string, amount: string][]): Parameters<typeof directionOf>[0] => {
  return { lines: lines.map(([account, amount]) => ({ account, name: account, amount, memo: null })) };
};

describe('an entry', () => {
  it('brought money, used it, or moved it within the book', () => {
    expect(directionOf(entry(['1002', '0.10'], ['4112', '-0.10']))).toBe('in');
    expect(directionOf(entry(['5103', '2600.00'], ['1002:F5', '-2600.00']))).toBe('out');
    expect(directionOf(entry(['1122:F5', '100.00'], ['4004:F5', '-100.00']))).toBe('within');
    expect(directionOf(entry(['1002:F1', '-0.30'], ['1002:F1', '0.10'], ['1002:F1', '0.20']))).toBe('within');
    expect(directionOf(entry(['10021', '1.00'], ['4006', '-1.00']))).toBe('within');
  });
});
