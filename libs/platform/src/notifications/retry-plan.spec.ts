import { describe, expect, it } from '@jest/globals';
import { nextTry } from './retry-plan.js';

const NOW = new Date('2026-11-27T08:00:00Z');
const IN_A_DAY = new Date('2026-11-28T08:00:00Z');

const secondsUntil = (attempts: number, expiresAt = IN_A_DAY): number | null => {
  const next = nextTry(attempts, NOW, expiresAt);
  return next && (next.getTime() - NOW.getTime()) / 1000;
};

describe('the next try of a message', () => {
  it('comes later after every failure, and then hourly', () => {
    expect([1, 2, 3, 4, 5, 6, 40].map((attempts) => secondsUntil(attempts))).toEqual([
      5, 30, 120, 600, 3600, 3600, 3600,
    ]);
  });

  it('is none once the message would come too late, at the very moment too', () => {
    const inFiveMinutes = new Date(NOW.getTime() + 300_000);
    expect(secondsUntil(3, inFiveMinutes)).toBe(120);
    expect(secondsUntil(4, inFiveMinutes)).toBeNull();
    expect(secondsUntil(2, new Date(NOW.getTime() + 30_000))).toBeNull();
  });
});
