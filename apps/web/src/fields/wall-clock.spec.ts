import { describe, expect, it } from '@jest/globals';
import { formatInstant } from '../format.js';
import { instantOf, onTheWall } from './wall-clock.js';

describe('a time that is typed', () => {
  const instant = '2026-11-27T15:25:00.000Z';

  it('shows what clocks in Shanghai show, whatever the machine takes for its place', () => {
    const shown = onTheWall(instant);
    expect([shown.getDate(), shown.getHours(), shown.getMinutes()]).toEqual([27, 23, 25]);
    expect(formatInstant(instant)).toBe('2026-11-27 23:25');
  });

  it('is the instant at which clocks in Shanghai show it', () => {
    expect(instantOf(new Date(2026, 10, 30, 8, 0))).toBe('2026-11-30T00:00:00.000Z');
    expect(instantOf(onTheWall(instant))).toBe(instant);
  });
});
