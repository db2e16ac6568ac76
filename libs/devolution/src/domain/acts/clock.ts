import type { Day } from '#libs/kernel';
import { isOpen, stateOf, type ActStep } from './act-state.js';
import { dueDay, type DueDay, type Suspension, type WorkCalendar } from './working-days.js';

/** A step of a case and its day. */
export interface DatedStep {
  readonly step: ActStep;
  readonly onDay: Day;
}

/** The times in which the clock stood still: from each suspension to the resumption after it. */
function suspensionsOf(steps: readonly DatedStep[]): readonly Suspension[] {
  return steps.flatMap(({ step, onDay }, index) => {
    if (step !== 'suspension') return [];
    const end = steps.slice(index + 1).find((later) => later.step === 'resumption');
    return [{ from: onDay, to: end?.onDay ?? null }];
  });
}

/**
 * 办理期限: from the day of acceptance, in working days. Nothing is due before acceptance (the applicant is at work),
 * while the clock stands still, or when the case is closed.
 */
export function dueOf(steps: readonly DatedStep[], limitWorkingDays: number, calendar: WorkCalendar): DueDay | null {
  const acceptance = steps.find(({ step }) => step === 'acceptance');
  if (!acceptance || !isOpen(stateOf(steps.map(({ step }) => step)))) return null;
  return dueDay(acceptance.onDay, limitWorkingDays, calendar, suspensionsOf(steps));
}
