import { describe, expect, it } from '@jest/globals';
import type { Lapse } from '../../api/types.js';
import { lapseWeeks } from './lapse-weeks.js';

const lapse = (day: string): Lapse => ({
  day,
  target: 'C1',
  subject: { id: day, name: '凤鸣小区' },
  from: 'COVERED',
  to: 'STALE',
  reason: '合同到期',
});

describe('weeks of lapses', () => {
  // 2026-11-24 is a Tuesday.
  const weeks = lapseWeeks('2026-11-24', 90, [lapse('2026-12-01'), lapse('2026-12-01'), lapse('2027-02-22')]);

  it('are whole weeks from a Monday on', () => {
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]?.[0]).toMatchObject({ day: '2026-11-23', isFiller: true });
    expect(weeks[0]?.[1]).toMatchObject({ day: '2026-11-24', isFiller: false });
  });

  it('end with the last day that was asked for', () => {
    const days = weeks.flat().filter(({ isFiller }) => !isFiller);
    expect(days).toHaveLength(91);
    expect(days.at(-1)?.day).toBe('2027-02-22');
  });

  it('hold each lapse on its day', () => {
    const counts = weeks.flat().filter(({ lapses }) => lapses.length > 0);
    expect(counts.map(({ day, lapses }) => [day, lapses.length])).toEqual([
      ['2026-12-01', 2],
      ['2027-02-22', 1],
    ]);
  });
});
