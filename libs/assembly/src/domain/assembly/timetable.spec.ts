import { describe, expect, it } from '@jest/globals';
import { daysBetween } from '#libs/kernel';
import { ASSEMBLY_PACK, COVERAGE_PACK } from '#libs/law';
import fc from 'fast-check';
import { daysAfter, earliestOpening, extensionFault, limitsOn, periodEnd } from './timetable.js';

const limits = limitsOn([...COVERAGE_PACK, ...ASSEMBLY_PACK], '2026-03-01');
/** Weekends, and the National Day holiday of 2026. */
const isWorkingDay = (day: string): boolean =>
  ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !(day >= '2026-10-01' && day <= '2026-10-07');

describe('the timetable', () => {
  it('§9 example 26: notice on 1 March opens on 16 March at the earliest, on 17 March safely', () => {
    expect(earliestOpening('2026-03-01', limits)).toEqual({ floor: '2026-03-16', safe: '2026-03-17' });
  });

  it('lets a period that ends on a holiday end on the next working day', () => {
    expect(periodEnd('2026-09-30', 7, isWorkingDay)).toBe('2026-10-08');
    expect(periodEnd('2026-10-01', 8, isWorkingDay)).toBe('2026-10-09');
    expect(periodEnd('2026-11-20', 7, isWorkingDay)).toBe('2026-11-27');
    expect(periodEnd('2026-11-21', 7, isWorkingDay)).toBe('2026-11-30');
  });

  it('never ends a period early, nor on a holiday', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 90 }), (date, days) => {
        const start = date.toISOString().slice(0, 10);
        const end = periodEnd(start, days, isWorkingDay);
        expect(daysBetween(start, end)).toBeGreaterThanOrEqual(days);
        expect(isWorkingDay(end)).toBe(true);
      }),
    );
  });

  it('counts what follows a result from its day', () => {
    expect(daysAfter('2026-03-31', '2026-04-01', { limits, isWorkingDay })).toEqual({
      announceBy: '2026-04-03',
      shownUntil: '2026-04-08',
      objectUntil: '2026-04-08',
      fileBy: '2026-04-30',
    });
  });

  it.each([
    ['2026-04-01T12:00:00Z', 'assembly.extension-not-later'],
    ['2026-04-01T12:00:00.001Z', null],
    ['2026-05-01T12:00:00Z', null],
    ['2026-05-01T12:00:00.001Z', 'assembly.extension-too-long'],
  ])('an extension of a vote that ends on 1 April at noon to %s: %s', (to, fault) => {
    expect(extensionFault(new Date('2026-04-01T12:00:00Z'), new Date(to), limits)).toBe(fault);
  });
});
