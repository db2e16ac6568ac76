import { addDays, minDay, type Day } from '#libs/kernel';
import type { Evidence } from './facts.js';

/** The day after a limit, if the limit has not passed yet: when a verdict that hangs on it may change. */
export function dayAfter(limit: Day | null, asOf: Day): Day | null {
  return limit !== null && limit >= asOf ? addDays(limit, 1) : null;
}

/** The later of two days; a missing one never wins. */
export function laterDay(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a >= b ? a : b;
}

/** The newest day up to `asOf` on which somebody put a name to the evidence: issue, effect, filing or a confirming check. */
export function lastVouchedOn(evidence: Evidence, asOf: Day): Day {
  let last = evidence.effectiveFrom;
  for (const day of [evidence.issuedOn, evidence.filedOn]) if (day !== null && day > last && day <= asOf) last = day;
  for (const { checkedOn, outcome } of evidence.checks) {
    if (outcome === 'confirmed' && checkedOn > last && checkedOn <= asOf) last = checkedOn;
  }
  return last;
}

/** The next of several days after which something may change. */
export function nextOf(days: readonly (Day | null)[]): Day | null {
  return minDay(...days);
}
