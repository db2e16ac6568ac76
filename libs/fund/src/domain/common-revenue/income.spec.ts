import { describe, expect, it } from '@jest/globals';
import { dueDays, INCOME_KIND_CODES, INCOME_KINDS, standingOf, type ContractTerms } from './income.js';

const TERMS: ContractTerms = {
  ...{ from: '2026-01-01', until: '2026-12-31', periodMonths: 3, amount: 1000n, graceDays: 10 },
};

describe('what a contract brings', () => {
  it('is due for each period that began, so many days after its first', () => {
    expect(dueDays(TERMS, '2026-01-10')).toEqual([]);
    expect(dueDays(TERMS, '2026-01-11')).toEqual(['2026-01-11']);
    expect(dueDays(TERMS, '2026-07-11')).toEqual(['2026-01-11', '2026-04-11', '2026-07-11']);
    expect(dueDays(TERMS, '2099-01-01')).toHaveLength(4);
  });

  it('ends with the contract, also before its time', () => {
    expect(dueDays({ ...TERMS, until: '2026-03-31' }, '2026-12-31')).toEqual(['2026-01-11']);
    expect(dueDays({ ...TERMS, until: '2026-04-01' }, '2026-12-31')).toHaveLength(2);
  });

  it('keeps to the ends of months', () => {
    const monthly = { ...TERMS, from: '2026-01-31', periodMonths: 1, graceDays: 0 };
    expect(dueDays(monthly, '2026-03-31')).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  });

  it.each<[bigint, string, bigint, string | null]>([
    [0n, '2026-01-01', 0n, null],
    [0n, '2026-01-11', 1000n, '2026-01-11'],
    [999n, '2026-04-11', 1001n, '2026-01-11'],
    [1000n, '2026-04-11', 1000n, '2026-04-11'],
    [2000n, '2026-04-11', 0n, null],
    [5000n, '2026-12-31', 0n, null],
    [-200n, '2026-01-11', 1200n, '2026-01-11'],
  ])('of which %s came in by %s: %s is owed', (received, by, owed, owedSince) => {
    expect(standingOf(TERMS, received, by)).toMatchObject({ owed, owedSince });
  });

  it('is of nine kinds, each listed once', () => {
    expect(INCOME_KIND_CODES.toSorted()).toEqual(Object.keys(INCOME_KINDS).toSorted());
    expect(INCOME_KIND_CODES).toHaveLength(9);
  });
});
