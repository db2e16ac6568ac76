import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INCOME_KIND_CODES } from './income.js';
import { statementOf, type AccountSum } from './statement.js';
import { REVENUE_USE_CODES } from './withdrawals.js';

const sum = (code: string, opening: number, moved: number): AccountSum => {
  return { code, opening: BigInt(opening), moved: BigInt(moved) };
};

describe('the statement of a quarter', () => {
  it('tells what there was, came in by kind, was used and is left', () => {
    const told = statementOf(
      [sum('1002', 500, 650), sum('4112', -700, -900), sum('4102', 0, -10), sum('5101', 100, 200), sum('5102', 0, 60)],
      50,
    );
    expect(told).toMatchObject({ opening: 500n, received: 910n, used: 260n, closing: 1150n });
    expect(told.income.filter(({ amount }) => amount > 0n)).toEqual([
      { code: '4112', name: '电梯和外墙广告', amount: 900n },
      { code: '4102', name: '利息', amount: 10n },
    ]);
    // Half of what is left once costs are deducted, rounded down to a fen.
    expect(told).toMatchObject({ net: 710n, proposedShare: 355n, moved: 60n });
  });

  it('proposes nothing for the maintenance fund where costs ate the income', () => {
    expect(statementOf([sum('4112', 0, -5), sum('5101', 0, 9)], 50)).toMatchObject({ net: 0n, proposedShare: 0n });
  });

  it('has its closing balance, whatever was entered', () => {
    const codes = [...INCOME_KIND_CODES, '4102', ...REVENUE_USE_CODES];
    const legs = fc.array(fc.tuple(fc.constantFrom(...codes), fc.bigInt(-(10n ** 12n), 10n ** 12n)));
    fc.assert(
      fc.property(legs, fc.bigInt(0n, 10n ** 12n), (entered, opening) => {
        const bank = entered.reduce((total, [, amount]) => total - amount, 0n);
        const sums = codes.map((code) => {
          const own = entered.filter(([each]) => each === code);
          return { code, opening: 0n, moved: own.reduce((total, [, amount]) => total + amount, 0n) };
        });
        const told = statementOf([{ code: '1002', opening, moved: bank }, ...sums], 50);
        expect(told.closing).toBe(told.opening + told.received - told.used);
      }),
    );
  });
});
