/** A calendar day in Asia/Shanghai, written YYYY-MM-DD; days compare as text. */
export type Day = string;

/** Days from 0000-03-01 to 1970-01-01; years are counted from March, so that the leap day ends them. */
const EPOCH = 719_468;
const DAYS_PER_400_YEARS = 146_097;

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

function written(year: number, month: number, date: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function toNumber(day: Day): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - EPOCH;
}

function fromNumber(number: number): Day {
  const days = number + EPOCH;
  const era = Math.floor(days / DAYS_PER_400_YEARS);
  const ofEra = days - era * DAYS_PER_400_YEARS;
  const years = ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor(years / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return written(year, month, ofYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

/** Whether the text is a day that exists, between 1900 and 2199. */
export function isDay(text: string): text is Day {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const date = Number(text.slice(8, 10));
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(Number(text.slice(0, 4)), month);
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
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return written(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** The calendar day of an instant in Asia/Shanghai (UTC+8 all year since 1992). */
export function dayInShanghai(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The earliest of the days, or null when there is none. */
export function minDay(...days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
}
