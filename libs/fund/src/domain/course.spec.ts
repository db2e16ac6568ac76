import { describe, expect, it } from '@jest/globals';
import { courseOf, type MonthMoved } from './course.js';

const moved = (month: string, received: bigint, used: bigint): MonthMoved => {
  return { month, received, used, banked: received - used };
};

describe('the course of the fund', () => {
  it('is nothing where nothing moved', () => {
    expect(courseOf([], '2026-11-27')).toEqual([]);
  });

  it('has every month up to this one, with what was left at its end', () => {
    const months = courseOf([moved('2026-02', 0n, 30n), moved('2025-11', 100n, 0n)], '2026-03-05');
    expect(months.map(({ month, balance }) => `${month} ${balance}`)).toEqual([
      ...['2025-11 100', '2025-12 100', '2026-01 100', '2026-02 70', '2026-03 70'],
    ]);
    expect(months[3]).toMatchObject({ received: 0n, used: 30n });
  });

  it('goes on to the last entry where that lies ahead', () => {
    expect(courseOf([moved('2026-12', 1n, 0n)], '2026-11-27').map(({ month }) => month)).toEqual(['2026-12']);
  });
});
