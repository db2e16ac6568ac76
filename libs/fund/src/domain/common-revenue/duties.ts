import { addDays, type Day } from '#libs/kernel';
import { ruleValueOn, type RulePack } from '#libs/law';
import { periodsBetween, type Period } from '../disclosure/periods.js';

export const STATEMENT_STATES = ['running', 'due', 'met', 'late', 'overdue'] as const;
/** 期间未满、待公示、按期公示、逾期公示、逾期未公示. */
export type StatementState = (typeof STATEMENT_STATES)[number];

/** The first day on which a quarter hung on a notice board, as a photo proves. */
export interface ShownQuarter {
  readonly period: string;
  readonly onDay: Day;
}

export interface StatementDuty {
  readonly period: Period;
  readonly dueOn: Day;
  readonly state: StatementState;
  readonly shownOn: Day | null;
  /** The last working day for which it hangs; null while it does not. */
  readonly shownUntil: Day | null;
}

/** The last of so many working days, of which the first is the day after. */
export function workingDaysAfter(day: Day, count: number, isWorkingDay: (day: Day) => boolean): Day {
  let last = day;
  for (let left = count; left > 0;) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}

function stateOf(
  period: Period,
  { dueOn, shownOn, today }: { dueOn: Day; shownOn: Day | null; today: Day },
): StatementState {
  if (shownOn !== null) return shownOn <= dueOn ? 'met' : 'late';
  if (today <= period.to) return 'running';
  return today <= dueOn ? 'due' : 'overdue';
}

/**
 * 公示日历: a statement for every quarter since the first entry, the latest first. It is met by a notice board with its
 * photo, and no page on a screen stands in for that; the rule is the one of the last day of the quarter.
 */
export function dutiesOf(
  { rules, isWorkingDay }: { readonly rules: RulePack; readonly isWorkingDay: (day: Day) => boolean },
  shown: readonly ShownQuarter[],
  { first, today }: { readonly first: Day | null; readonly today: Day },
): readonly StatementDuty[] {
  if (first === null || first > today) return [];
  return periodsBetween('quarter', first, today)
    .map((period): StatementDuty => {
      const dueOn = addDays(period.to, ruleValueOn(rules, 'common-revenue.statement.days', period.to).value);
      const days = shown.filter((each) => each.period === period.key).map(({ onDay }) => onDay);
      const shownOn = days.toSorted()[0] ?? null;
      const length = ruleValueOn(rules, 'common-revenue.shown.days', period.to).value;
      const shownUntil = shownOn === null ? null : workingDaysAfter(shownOn, length, isWorkingDay);
      return { period, dueOn, shownOn, shownUntil, state: stateOf(period, { dueOn, shownOn, today }) };
    })
    .toReversed();
}
