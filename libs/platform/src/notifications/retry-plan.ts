/** How long after its first, second… failure a message is tried again, in seconds; every later time like the last. */
const WAITS = [5, 30, 120, 600, 3600] as const;

/** When a message that failed is tried again, or null when it would come too late to say anything. */
export function nextTry(attempts: number, now: Date, expiresAt: Date): Date | null {
  const wait = WAITS[Math.min(attempts, WAITS.length) - 1] ?? WAITS[0];
  const next = new Date(now.getTime() + wait * 1000);
  return next < expiresAt ? next : null;
}
