import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { statementOf, type AccountSum } from './statement.js';

const sum = (code: string, kind: string, opening: number, moved: number): AccountSum => {
  return { code, kind, name: `名${code.slice(0, 4)}`, opening: BigInt(opening), moved: BigInt(moved) };
};

describe('the statement of a period', () => {
  it('tells what there was, came in, was used and is left, by source and use', () => {
    const told = statementOf([
      ...[sum('1002:F1', 'asset', 1000, 150), sum('1002:F5', 'asset', 0, 300), sum('1122:F5', 'asset', 50, -50)],
      ...[
        sum('2202:F1', 'liability', 0, -30),
        sum('4001:F1', 'income', -1000, -400),
        sum('4004:F5', 'income', -50, -250),
      ],
      sum('5003:F1', 'expense', 0, 280),
    ]);
    expect(told).toMatchObject({ opening: 1050n, received: 650n, used: 280n, closing: 1420n });
    expect(told.sources).toHaveLength(7);
    expect(told.sources[0]).toMatchObject({ code: 'F1', opening: 1000n, received: 400n, used: 280n, closing: 1120n });
    expect(told.uses[2]).toMatchObject({ code: '5003', used: 280n, bySource: [280n, 0n, 0n, 0n, 0n, 0n, 0n] });
    expect(told.positions).toEqual([
      { code: '1002', name: '名1002', opening: 1000n, closing: 1450n },
      { code: '1122', name: '名1122', opening: 50n, closing: 0n },
      { code: '2202', name: '名2202', opening: 0n, closing: -30n },
    ]);
  });

  it('has every sum whole, whatever accounts a book has', () => {
    const accounts = [
      '1002:F1',
      '1122:F5',
      '2202:F2',
      '3001',
      '4001:F1',
      '4004:F5',
      '4999',
      '5003:F1',
      '5004:F5',
      '5999:F2',
    ];
    const kindOf = (code: string): string =>
      ({ '1': 'asset', '2': 'liability', '3': 'equity', '4': 'income', '5': 'expense' })[code[0] ?? ''] ?? 'other';
    const leg = fc.tuple(
      fc.constantFrom(...accounts),
      fc.constantFrom(...accounts),
      fc.bigInt(-(10n ** 12n), 10n ** 12n),
    );
    fc.assert(
      fc.property(fc.array(leg), fc.array(leg), (before, within) => {
        const of = (legs: typeof before, code: string): bigint =>
          legs.reduce(
            (all, [to, from, amount]) => all + (to === code ? amount : 0n) - (from === code ? amount : 0n),
            0n,
          );
        const sums = accounts.map((code) => {
          return { code, kind: kindOf(code), name: code, opening: of(before, code), moved: of(within, code) };
        });
        const told = statementOf(sums);
        const all = (amounts: readonly bigint[]): bigint => amounts.reduce((total, each) => total + each, 0n);
        for (const part of ['opening', 'received', 'used', 'closing'] as const)
          expect(all(told.sources.map((each) => each[part]))).toBe(told[part]);
        expect(told.opening + told.received - told.used).toBe(told.closing);
        expect(all(told.uses.map(({ used }) => used))).toBe(told.used);
        for (const { used, bySource } of told.uses)
          expect([bySource.length, all(bySource)]).toEqual([told.sources.length, used]);
        // What is left is what the other accounts hold: the same as the trial balance.
        expect(all(told.positions.map(({ closing }) => closing))).toBe(told.closing);
        expect(all(told.positions.map(({ opening }) => opening))).toBe(told.opening);
      }),
    );
  });
});
