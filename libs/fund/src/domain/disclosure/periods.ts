import { addDays, addMonths, type Day } from '#libs/kernel';

/** 公开义务: statements are due by the quarter, the half-year and the year. */
export const DUTY_KINDS = ['quarter', 'half-year', 'year'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** A time that a statement is of; its key is `2026-Q3`, `2026-H1` or `2026`. */
export interface Period {
  readonly kind: DutyKind;
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
}

const MONTHS: Readonly<Record<DutyKind, number>> = { quarter: 3, 'half-year': 6, year: 12 };
const SIGN: Readonly<Record<DutyKind, string>> = { quarter: '-Q', 'half-year': '-H', year: '' };
const KEY = /^((?:19|20|21)\d{2})(?:-(?:Q([1-4])|H([12])))?$/;

function periodAt(kind: DutyKind, year: string, nth: number): Period {
  const months = MONTHS[kind];
  const from = addMonths(`${year}-01-01`, (nth - 1) * months);
  const key = kind === 'year' ? year : `${year}${SIGN[kind]}${nth}`;
  return { kind, key, from, to: addDays(addMonths(from, months), -1) };
}

/** The period of a key, or null when it names none. */
export function periodOf(key: string): Period | null {
  const [, year, quarter, half] = KEY.exec(key) ?? [];
  if (year === undefined) return null;
  if (quarter !== undefined) return periodAt('quarter', year, Number(quarter));
  return half === undefined ? periodAt('year', year, 1) : periodAt('half-year', year, Number(half));
}

/** The period of a kind in which a day lies. */
export function periodWith(kind: DutyKind, day: Day): Period {
  return periodAt(kind, day.slice(0, 4), Math.ceil(Number(day.slice(5, 7)) / MONTHS[kind]));
}

/** All periods of a kind from the one with the first day to the one with the last, in their order. */
export function periodsBetween(kind: DutyKind, first: Day, last: Day): readonly Period[] {
  const found: Period[] = [];
  for (let each = periodWith(kind, first); each.from <= last; each = periodWith(kind, addDays(each.to, 1)))
    found.push(each);
  return found;
}
