import { describe, expect, it } from '@jest/globals';
import { clockOf, mayEscalate } from './objections.js';

/** Monday to Friday. */
const isWorkingDay = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const at = (answeredOn: string | null, today: string): string => {
  const { dueOn, state } = clockOf({ onDay: '2026-11-13', answeredOn, days: 10 }, today, isWorkingDay);
  return `${dueOn} ${state}`;
};

describe('an objection', () => {
  it('is answered in working days, and its last day counts', () => {
    expect(at(null, '2026-11-27')).toBe('2026-11-27 open');
    expect(at(null, '2026-11-28')).toBe('2026-11-27 overdue');
    expect(at('2026-11-27', '2026-12-31')).toBe('2026-11-27 answered');
    expect(at('2026-11-28', '2026-12-31')).toBe('2026-11-27 answered-late');
  });

  it('is taken up by the street once it could have been answered', () => {
    expect((['open', 'overdue', 'answered', 'answered-late'] as const).map(mayEscalate)).toEqual([
      ...[false, true, true, true],
    ]);
  });
});
