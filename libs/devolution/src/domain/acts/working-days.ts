import { addDays, type Day } from '#libs/kernel';

/** Which days are worked: the State Council's holidays and swapped weekends, as far as they are published. */
export interface WorkCalendar {
  isWorkingDay(day: Day): boolean;
  /** The last day for which holidays are published; later days are judged by their weekday alone. */
  readonly publishedUntil: Day;
}

/** A time in which the clock stands still: from the day it begins to the day before it ends; null while it lasts. */
export interface Suspension {
  readonly from: Day;
  readonly to: Day | null;
}

/** A due day, and whether it rests on holidays that nobody has published yet. */
export interface DueDay {
  readonly day: Day;
  readonly isEstimated: boolean;
}

/** No period is longer than this; a calendar without working days must not hang. */
const LONGEST_DAYS = 3660;

function isSuspended(day: Day, suspensions: readonly Suspension[]): boolean {
  return suspensions.some(({ from, to }) => day >= from && (to === null || day < to));
}

/**
 * The last day of a period of working days: the day it starts is not counted (民法典第二百零一条), days on which the
 * clock stood still are not counted, and the last day is a working day (第二百零三条).
 * @returns null while a suspension lasts
 */
export function dueDay(
  start: Day,
  workingDays: number,
  calendar: WorkCalendar,
  suspensions: readonly Suspension[] = [],
): DueDay | null {
  if (suspensions.some(({ to }) => to === null)) return null;
  let day = start;
  let left = workingDays;
  for (let step = 0; left > 0 && step < LONGEST_DAYS; step += 1) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day) && !isSuspended(day, suspensions)) left -= 1;
  }
  if (left > 0) throw new RangeError(`no ${workingDays} working days within ten years of ${start}`);
  return { day, isEstimated: day > calendar.publishedUntil };
}
