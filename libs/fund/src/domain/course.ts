import { addMonths, type Day } from '#libs/kernel';

/** What a month moved; as `2026-07`. */
export interface MonthMoved {
  readonly month: string;
  readonly received: bigint;
  readonly used: bigint;
  /** In the bank. */
  readonly banked: bigint;
}

export interface MonthOfCourse {
  readonly month: string;
  readonly received: bigint;
  readonly used: bigint;
  /** In the bank at its end. */
  readonly balance: bigint;
}

/** 结余走势: every month from the first that moved anything to that of today, those that moved nothing among them. */
export function courseOf(moved: readonly MonthMoved[], today: Day): readonly MonthOfCourse[] {
  const months = moved.map(({ month }) => month).sort();
  const [first] = months;
  if (first === undefined) return [];
  const last = [today.slice(0, 7), months.at(-1) ?? first].sort().at(-1) as string;
  const known = new Map(moved.map((each) => [each.month, each]));
  const course: MonthOfCourse[] = [];
  for (let month = first, balance = 0n; month <= last; month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    const { received = 0n, used = 0n, banked = 0n } = known.get(month) ?? {};
    balance += banked;
    course.push({ month, received, used, balance });
  }
  return course;
}
