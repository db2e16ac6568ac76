import { addDays, daysBetween, type Day } from '#libs/kernel';
import type { Lapse } from '../../api/types.js';

export interface LapseDay {
  readonly day: Day;
  readonly lapses: readonly Lapse[];
  /** Outside the days that were asked for: only fills its week. */
  readonly isFiller: boolean;
}

const DAYS_OF_WEEK = 7;

/** Monday is 0; 1970-01-05 was a Monday. */
function weekdayOf(day: Day): number {
  return ((daysBetween('1970-01-05', day) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
}

/** Whole weeks from the day on, Monday first, each day with what lapses on it. */
export function lapseWeeks(from: Day, days: number, lapses: readonly Lapse[]): readonly (readonly LapseDay[])[] {
  const byDay = new Map<Day, Lapse[]>();
  for (const lapse of lapses) byDay.set(lapse.day, [...(byDay.get(lapse.day) ?? []), lapse]);
  const start = addDays(from, -weekdayOf(from));
  const last = addDays(from, days);
  const weeks: LapseDay[][] = [];
  for (let monday = start; monday <= last; monday = addDays(monday, DAYS_OF_WEEK)) {
    weeks.push(
      Array.from({ length: DAYS_OF_WEEK }, (_, index) => {
        const day = addDays(monday, index);
        return { day, lapses: byDay.get(day) ?? [], isFiller: day < from || day > last };
      }),
    );
  }
  return weeks;
}
