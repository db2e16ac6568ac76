import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths, dayInShanghai, daysBetween, isDay, minDay } from './day.js';

const aDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2026-04-30'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '1899-12-31',
    '2200-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
    '0000-00-00',
  ])('%j is none', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 24, '2026-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
  ])('%s plus %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('agrees with the calendar of the machine on every day of three centuries', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        const expected = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(day, days)).toBe(expected);
        expect(daysBetween(day, expected)).toBe(days);
        expect(isDay(day)).toBe(true);
      }),
    );
  });

  it('counts ninety days as ninety', () => {
    expect(daysBetween('2026-01-01', '2026-04-01')).toBe(90);
    expect(addDays('2026-04-01', -90)).toBe('2026-01-01');
  });

  it('turns at midnight in Shanghai, sixteen hours into the day of Greenwich', () => {
    expect(dayInShanghai(new Date('2023-03-29T15:59:59.999Z'))).toBe('2023-03-29');
    expect(dayInShanghai(new Date('2023-03-29T16:00:00Z'))).toBe('2023-03-30');
    expect(dayInShanghai(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
  });

  it('finds the earliest of those that are there', () => {
    expect(minDay('2026-05-01', null, '2025-12-31')).toBe('2025-12-31');
    expect(minDay(null, null)).toBeNull();
    expect(minDay()).toBeNull();
  });
});
