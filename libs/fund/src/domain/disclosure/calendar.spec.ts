import { describe, expect, it } from '@jest/globals';
import { FUND_PACK, overlay, type RuleValue } from '#libs/law';
import { calendarOf, type Proof } from './calendar.js';

const told = (today: string, proofs: readonly Proof[] = [], own: readonly RuleValue[] = []): string[] =>
  calendarOf(overlay(FUND_PACK, own), proofs, { first: '2026-05-20', today }).map(
    ({ period, dueOn, state }) => `${period.key} ${dueOn} ${state}`,
  );

describe('the calendar of what has to be published', () => {
  it('begins with the period of the first entry, and is empty before it', () => {
    expect(told('2026-05-20')).toEqual([
      '2026 2027-03-31 running',
      '2026-H1 2026-07-30 running',
      '2026-Q2 2026-07-30 running',
    ]);
    expect(told('2026-05-19')).toEqual([]);
    expect(calendarOf(FUND_PACK, [], { first: null, today: '2026-05-20' })).toEqual([]);
  });

  it('tells what is due, and from the day after its last day on what is overdue', () => {
    const quarter = (today: string): string | undefined => told(today).find((each) => each.startsWith('2026-Q2'));
    expect(quarter('2026-06-30')).toBe('2026-Q2 2026-07-30 running');
    expect(quarter('2026-07-01')).toBe('2026-Q2 2026-07-30 due');
    expect(quarter('2026-07-30')).toBe('2026-Q2 2026-07-30 due');
    expect(quarter('2026-07-31')).toBe('2026-Q2 2026-07-30 overdue');
  });

  it('is met by the first day that is proven, in time or late, and by no proof of another period', () => {
    const proven = (...days: string[]): string | undefined =>
      told(
        '2026-08-10',
        days.map((onDay) => ({ period: '2026-Q2', onDay })),
      ).find((each) => each.startsWith('2026-Q2'));
    expect(proven('2026-07-30')).toContain('met');
    expect(proven('2026-07-31')).toContain('late');
    expect(proven('2026-08-09', '2026-07-30')).toContain('met');
    expect(told('2026-08-10', [{ period: '2026-Q1', onDay: '2026-04-02' }])).toContain('2026-Q2 2026-07-30 overdue');
  });

  it('follows the value that held on the last day of the period', () => {
    const own: RuleValue = {
      ...{ key: 'fund.disclosure.quarter.days', value: 15, unit: 'days', source: '某市办法', article: '第三条' },
      ...{ level: 'city', status: 'SOURCED', effectiveFrom: '2026-07-01', effectiveTo: null },
    };
    const quarters = told('2026-10-01', [], [own]).filter((each) => each.includes('-Q'));
    expect(quarters).toEqual(['2026-Q4 2027-01-15 running', '2026-Q3 2026-10-15 due', '2026-Q2 2026-07-30 overdue']);
  });
});
