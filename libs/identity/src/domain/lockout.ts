/** Failures in a row after which a login is locked (GB/T 22239-2019, 8.1.4.1 b: failed sign-ins are limited). */
export const FAILURES_UNTIL_LOCK = 5;

/** How long a locked login stays locked, in minutes. */
export const LOCK_MINUTES = 15;

/** Wrong passwords given for one login since the last right one. */
export interface Attempts {
  readonly failed: number;
  readonly lockedUntil: Date | null;
}

export const NO_ATTEMPTS: Attempts = { failed: 0, lockedUntil: null };

/** Whether the login is locked at this moment; the lock ends on its last instant, not after it. */
export function isLocked(attempts: Attempts, now: Date): boolean {
  return attempts.lockedUntil !== null && now < attempts.lockedUntil;
}

/** What one more wrong password makes of the login: the fifth in a row locks it; after a lock the count starts anew. */
export function afterFailure(attempts: Attempts, now: Date): Attempts {
  const failed = (attempts.lockedUntil === null ? attempts.failed : 0) + 1;
  if (failed < FAILURES_UNTIL_LOCK) return { failed, lockedUntil: null };
  return { failed, lockedUntil: new Date(now.getTime() + LOCK_MINUTES * 60_000) };
}
