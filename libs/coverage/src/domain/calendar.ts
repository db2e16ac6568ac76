import { minDay, type Day } from '#libs/kernel';
import type { Evidence } from './facts.js';
import type { Thresholds } from './thresholds.js';

/** The earlier of two days; a missing one never wins. */
export function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return a <= b ? a : b;
}

/** The day if it still lies ahead: when a verdict that hangs on it may change by itself. */
export function ahead(day: Day | null, asOf: Day): Day | null {
  return day !== null && day > asOf ? day : null;
}

/** The next of several days after which something may change. */
export function nextOf(days: readonly (Day | null)[]): Day | null {
  return minDay(...days);
}

/** The first day after the paper's last one, or null when it has none. */
export function endedOn(evidence: Evidence, on: Thresholds): Day | null {
  return evidence.effectiveTo === null ? null : on.lastDay.passedOn(evidence.effectiveTo);
}

/** Whether the paper's last day lies behind; on the last day itself it still holds. */
export function hasEnded(evidence: Evidence, on: Thresholds): boolean {
  return evidence.effectiveTo !== null && evidence.effectiveTo < on.asOf;
}

/** The newest day up to `asOf` on which somebody vouched for evidence: issue, effect, filing, a confirming check. */
export function lastVouchedOn(evidence: Evidence, asOf: Day): Day {
  const { issuedOn, filedOn } = evidence;
  let last = evidence.effectiveFrom;
  if (issuedOn !== null && issuedOn > last && issuedOn <= asOf) last = issuedOn;
  if (filedOn !== null && filedOn > last && filedOn <= asOf) last = filedOn;
  for (const { checkedOn, outcome } of evidence.checks) {
    if (outcome === 'confirmed' && checkedOn > last && checkedOn <= asOf) last = checkedOn;
  }
  return last;
}

/** The next day on which the evidence itself has something to tell: it is issued, filed, or looked at. */
export function nextEventOn(evidence: Evidence, asOf: Day): Day | null {
  let next = earlier(ahead(evidence.issuedOn, asOf), ahead(evidence.filedOn, asOf));
  for (const { checkedOn } of evidence.checks) next = earlier(next, ahead(checkedOn, asOf));
  return next;
}
