import { describe, expect, it } from '@jest/globals';
import { afterFailure, FAILURES_UNTIL_LOCK, isLocked, LOCK_MINUTES, NO_ATTEMPTS, type Attempts } from './lockout.js';

const NOON = new Date('2026-11-23T04:00:00Z');
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000);

function failing(times: number): Attempts {
  let attempts = NO_ATTEMPTS;
  for (let each = 0; each < times; each += 1) attempts = afterFailure(attempts, NOON);
  return attempts;
}

describe('lockout', () => {
  it('leaves a login open up to the failure before the last allowed one', () => {
    const attempts = failing(FAILURES_UNTIL_LOCK - 1);
    expect(attempts).toEqual({ failed: 4, lockedUntil: null });
    expect(isLocked(attempts, NOON)).toBe(false);
  });

  it('locks at the fifth failure for fifteen minutes, and not a moment longer', () => {
    const attempts = failing(FAILURES_UNTIL_LOCK);
    expect(attempts.lockedUntil).toEqual(later(LOCK_MINUTES));
    expect(isLocked(attempts, NOON)).toBe(true);
    expect(isLocked(attempts, new Date(later(LOCK_MINUTES).getTime() - 1))).toBe(true);
    expect(isLocked(attempts, later(LOCK_MINUTES))).toBe(false);
  });

  it('starts counting anew once a lock has passed', () => {
    const again = afterFailure(failing(FAILURES_UNTIL_LOCK), later(LOCK_MINUTES));
    expect(again).toEqual({ failed: 1, lockedUntil: null });
  });
});
