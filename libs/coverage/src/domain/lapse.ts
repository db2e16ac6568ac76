import type { Day } from '#libs/kernel';
import { COMPOUND_TARGETS } from './audit-state.js';
import type { CompoundFacts } from './facts.js';
import { seenLately } from './rules/service/service-stale.js';
import { goodness, type State, type Target } from './state.js';
import type { Thresholds } from './thresholds.js';
import type { CompoundVerdicts } from './verdict.js';
import type { Reason } from './weigh.js';

/** A verdict that grows worse on a day if nobody acts, and what will be said of it then. */
export interface Lapse {
  readonly day: Day;
  readonly target: Target;
  readonly from: State;
  readonly to: State;
  readonly reason: Reason | null;
}

/** Judges a compound as of a later day. */
export type JudgeOn = (facts: CompoundFacts, day: Day) => CompoundVerdicts;

/**
 * What will lapse up to a day. Service that was seen lately is taken to go on being seen: inspections are routine, and
 * a forecast that every one of them stops would bury the contracts and terms that really end.
 */
export function lapsesUntil(facts: CompoundFacts, on: Thresholds, last: Day, judge: JudgeOn): readonly Lapse[] {
  const lapses: Lapse[] = [];
  let before = judge(served(facts, on, on.asOf), on.asOf);
  for (let day = nextDay(before); day !== null && day <= last; day = nextDay(before)) {
    const after = judge(served(facts, on, day), day);
    for (const target of COMPOUND_TARGETS) {
      const from = before[target];
      const to = after[target];
      if (to.state === 'NOT_APPLICABLE' || goodness(to) >= goodness(from)) continue;
      lapses.push({ day, target, from: from.state, to: to.state, reason: to.reasons[0] ?? null });
    }
    before = after;
  }
  return lapses;
}

function served(facts: CompoundFacts, on: Thresholds, day: Day): CompoundFacts {
  const services = facts.services.map((service) =>
    seenLately(service, on) ? { ...service, lastSignOn: day } : service,
  );
  return { ...facts, services };
}

function nextDay(verdicts: CompoundVerdicts): Day | null {
  const days = COMPOUND_TARGETS.map((target) => verdicts[target].nextChangeOn).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}
