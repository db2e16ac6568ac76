import type { Day } from '#libs/kernel';
import { workingDaysAfter } from './duties.js';

export const OBJECTION_STATES = ['open', 'overdue', 'answered', 'answered-late'] as const;
/** 待答复、逾期未答复、已答复、逾期答复. */
export type ObjectionState = (typeof OBJECTION_STATES)[number];

export interface ObjectionClock {
  readonly onDay: Day;
  readonly answeredOn: Day | null;
  /** Working days to answer, by the rule of the day on which it was raised. */
  readonly days: number;
}

/** By when an objection is to be answered, and whether it was; the day on which it was raised does not count. */
export function clockOf(
  { onDay, answeredOn, days }: ObjectionClock,
  today: Day,
  isWorkingDay: (day: Day) => boolean,
): { readonly dueOn: Day; readonly state: ObjectionState } {
  const dueOn = workingDaysAfter(onDay, days, isWorkingDay);
  if (answeredOn !== null) return { dueOn, state: answeredOn <= dueOn ? 'answered' : 'answered-late' };
  return { dueOn, state: today <= dueOn ? 'open' : 'overdue' };
}

/** 街道介入: once nobody answered in time, or whoever objected is not content with the answer. */
export function mayEscalate(state: ObjectionState): boolean {
  return state !== 'open';
}
