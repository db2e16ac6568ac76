import { describe, expect, it } from '@jest/globals';
import { COMMON_REVENUE_PACK } from '#libs/law';
import { dutiesOf, workingDaysAfter, type ShownQuarter } from './duties.js';

/** Monday to Friday. */
const isWorkingDay = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const told = (today: string, shown: readonly ShownQuarter[] = [], first: string | null = '2026-05-20'): string[] =>
  dutiesOf({ rules: COMMON_REVENUE_PACK, isWorkingDay }, shown, { first, today }).map(
    ({ period, dueOn, state, shownUntil }) => [period.key, dueOn, state, shownUntil ?? ''].join(' ').trim(),
  );

describe('the statements of a compound', () => {
  it('begin with the quarter of the first entry, the latest first', () => {
    expect(told('2026-07-30')).toEqual(['2026-Q3 2026-10-30 running', '2026-Q2 2026-07-30 due']);
    expect(told('2026-05-19')).toEqual([]);
    expect(told('2026-05-20', [], null)).toEqual([]);
  });

  it('are overdue from the day after their last day', () => {
    expect(told('2026-07-31')).toContain('2026-Q2 2026-07-30 overdue');
    expect(told('2026-06-30')).toEqual(['2026-Q2 2026-07-30 running']);
  });

  it('are met by the first day on a notice board, in time or late, and by none of another quarter', () => {
    const shown = (...days: string[]): ShownQuarter[] => days.map((onDay) => ({ period: '2026-Q2', onDay }));
    expect(told('2026-08-10', shown('2026-07-30'))).toContain('2026-Q2 2026-07-30 met 2026-09-10');
    expect(told('2026-08-10', shown('2026-08-09', '2026-07-31'))).toContain('2026-Q2 2026-07-30 late 2026-09-11');
    expect(told('2026-08-10', [{ period: '2026-Q1', onDay: '2026-04-02' }])).toContain('2026-Q2 2026-07-30 overdue');
  });

  it('hang for working days, of which the first is the day after', () => {
    expect(workingDaysAfter('2026-11-27', 1, isWorkingDay)).toBe('2026-11-30');
    expect(workingDaysAfter('2026-11-28', 10, isWorkingDay)).toBe('2026-12-11');
  });
});
