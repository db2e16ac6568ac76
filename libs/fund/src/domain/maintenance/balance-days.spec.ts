import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#libs/kernel';
import { balanceDays, balanceOn, BY_BALANCE_DAYS, BY_LAST_BALANCE, interestWeight } from './balance-days.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };

describe('what a balance counts for', () => {
  it.each([
    // There all the year, or on its last day alone; what came later counts for nothing.
    [[['2025-06-01', 100n]], 36_500n],
    [[['2026-01-01', 100n]], 36_500n],
    [[['2026-12-31', 100n]], 100n],
    [[['2027-01-01', 100n]], 0n],
    // Half of it was spent on 2 July, the 183rd day: 182 days of 100 and 183 days of 50.
    [
      [
        ['2025-06-01', 100n],
        ['2026-07-02', -50n],
      ],
      27_350n,
    ],
  ] as const)('%j by days is %s', (told, expected) => {
    const movements = told.map(([day, amount]) => ({ day, amount }));
    expect(balanceDays(movements, YEAR)).toBe(expected);
    expect(interestWeight(movements, YEAR, BY_BALANCE_DAYS)).toBe(expected);
  });

  it('is the balance of the last day where the rule says so, and never less than nothing', () => {
    const movements = [
      { day: '2026-03-01', amount: 100n },
      { day: '2026-12-31', amount: 20n },
    ];
    expect(interestWeight(movements, YEAR, BY_LAST_BALANCE)).toBe(120n);
    expect(interestWeight([{ day: '2026-03-01', amount: -5n }], YEAR, BY_BALANCE_DAYS)).toBe(0n);
  });

  it('is the balances of all days added up, one by one', () => {
    const movement = fc.record({
      day: fc.integer({ min: -40, max: 80 }).map((days) => addDays('2026-03-01', days)),
      amount: fc.bigInt({ min: -1000n, max: 1000n }),
    });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 12 }), fc.integer({ min: 0, max: 50 }), (movements, length) => {
        const period = { from: '2026-03-01', to: addDays('2026-03-01', length) };
        const days = Array.from({ length: length + 1 }, (_, at) => addDays(period.from, at));
        const sum = days.reduce((total, day) => total + balanceOn(movements, day), 0n);
        expect(balanceDays(movements, period)).toBe(sum);
      }),
    );
  });
});
