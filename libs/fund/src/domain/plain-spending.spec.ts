import { describe, expect, it } from '@jest/globals';
import { REVENUE_USES } from './common-revenue/withdrawals.js';
import { spends, touchesHomes } from './plain-spending.js';

const entry = (...legs: readonly (readonly [string, bigint])[]): boolean =>
  spends(legs.map(([account, amount]) => ({ account, amount })));

describe('an entry of the fund’s book', () => {
  it('spends when it touches a use, whichever way', () => {
    expect(entry(['5003:F1', 1n], ['1002:F1', -1n])).toBe(true);
    expect(entry(['5003:F1', -1n], ['1002:F1', 1n])).toBe(true);
    expect(entry(['5004:F5', 1n], ['2202:F5', -1n])).toBe(true);
  });

  it('spends when it leaves less in the bank, whatever it calls that', () => {
    expect(entry(['4004:F5', 1n], ['1002:F5', -1n])).toBe(true);
    expect(entry(['1122:F5', 1n], ['1002:F5', -1n])).toBe(true);
  });

  it('spends nothing when money comes in, is promised, or moves within the bank', () => {
    expect(entry(['1002:F5', 1n], ['4004:F5', -1n])).toBe(false);
    expect(entry(['1122:F6', 1n], ['4005:F6', -1n])).toBe(false);
    expect(entry(['1002:F5', 1n], ['1002:F5:定期', -1n])).toBe(false);
  });
});

describe('an entry of a maintenance book, by hand', () => {
  const touches = (...legs: readonly (readonly [string, bigint])[]): boolean =>
    touchesHomes(legs.map(([account, amount]) => ({ account, amount })));

  it('reaches no home and no repair, and leaves no less in the bank', () => {
    expect(touches(['1002', 1n], ['2501:1:x', -1n])).toBe(true);
    expect(touches(['2501:1:x', 1n], ['2501:1:y', -1n])).toBe(true);
    expect(touches(['5201', 1n], ['4201', -1n])).toBe(true);
    expect(touches(['4201', 1n], ['1002', -1n])).toBe(true);
  });

  it('may book what the bank credited to all', () => {
    expect(touches(['1002', 1n], ['4201', -1n])).toBe(false);
  });
});

describe('an entry of common revenue', () => {
  const ofRevenue = (account: string, amount: bigint): boolean =>
    spends(
      [
        { account: '1002', amount },
        { account, amount: -amount },
      ],
      REVENUE_USES,
    );

  it('spends by its own uses, and when it leaves less in the bank', () => {
    expect(['5101', '5102', '5103'].map((use) => ofRevenue(use, 1n))).toEqual([true, true, true]);
    expect([ofRevenue('4101', 1n), ofRevenue('4101', -1n)]).toEqual([false, true]);
  });
});
