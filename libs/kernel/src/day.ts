/** A calendar day in Asia/Shanghai, written YYYY-MM-DD; days compare as text. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

function toNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_PER_DAY;
}

function fromNumber(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Whether the text is a day that exists, between 1900 and 2199. */
export function isDay(text: string): text is Day {
  return /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text) && fromNumber(toNumber(text)) === text;
}

/** The day that many days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days);
}

/** Whole days from the first to the second day; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from);
}

/** The same day of the month that many months later, or the month's last day when it has no such day. */
export function addMonths(day: Day, months: number): Day {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(month / 12);
  const lastDay = new Date(Date.UTC(year, (month % 12) + 1, 0)).getUTCDate();
  const date = Math.min(Number(day.slice(8, 10)), lastDay);
  return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The calendar day of an instant in Asia/Shanghai (UTC+8 all year since 1992). */
export function dayInShanghai(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The earliest of the days, or null when there is none. */
export function minDay(...days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
}
