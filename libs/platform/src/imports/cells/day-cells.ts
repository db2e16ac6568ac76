import { cleanText, halfWidth, matchingText } from './clean-text.js';
import { Misread, tellsNothing, type CellType, type Reading } from './cell-type.js';
import { dayOfSerial, isSerial, shownText, type RawCell } from './raw-cell.js';

const WRITTEN_DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]?\d{1,2}[:时点]\d{1,2}.*)?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const WRITTEN_SERIAL = /^\d{5}(?:\.\d+)?$/;
/** Serial numbers between 1900-03-01 (before it Excel counts a day that never was) and 2199-12-31. */
const FIRST_SERIAL = 61;
/** A bare number of four digits is a year that somebody typed, not a day of the 1900s. */
const FIRST_BARE_SERIAL = 10_000;
const LAST_SERIAL = 109_574;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const OPEN_END = new Set(['长期', '永久', '无固定期限', '无期限', '至今', '长期有效', '不定期']);

function dayOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real && year >= FIRST_YEAR && year <= LAST_YEAR ? at.toISOString().slice(0, 10) : null;
}

function dayOfNumber(serial: number): string | null {
  return serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1 ? dayOfSerial(serial) : null;
}

/** A moment with its zone, as programs write it, falls on the day that Shanghai's calendar shows. */
function dayOfInstant(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)) return null;
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? null : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The day that a text means, in any of the forms lists use; null when it is none or does not exist. */
export function dayOfText(written: string): string | null {
  const text = halfWidth(cleanText(written)).replace(/\s*([-/.年月日])\s*/g, '$1');
  const instant = dayOfInstant(text);
  if (instant) return instant;
  const found = WRITTEN_DAY.exec(text) ?? COMPACT_DAY.exec(text);
  if (found) return dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
  return WRITTEN_SERIAL.test(text) ? dayOfNumber(Number(text)) : null;
}

/**
 * A day as YYYY-MM-DD: 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123, or Excel's serial number.
 * With `openEnd`, 长期 and its like mean that no day is set.
 */
export function day(options: { openEnd?: boolean } = {}): CellType<string> {
  return {
    name: 'day',
    hint: { zh: '日期，如 2026-11-23', en: 'a date such as 2026-11-23' },
    read(cell: RawCell): Reading<string> {
      if (isSerial(cell)) return dayOfNumber(cell.serial) ?? new Misread('import.cell-not-a-day');
      if (typeof cell === 'number' && cell < LAST_SERIAL + 1) {
        return (cell < FIRST_BARE_SERIAL ? null : dayOfNumber(cell)) ?? new Misread('import.cell-not-a-day');
      }
      const written = cleanText(shownText(cell));
      if (tellsNothing(written) || (options.openEnd && OPEN_END.has(matchingText(written)))) return null;
      return dayOfText(written) ?? new Misread('import.cell-not-a-day');
    },
  };
}

const YEAR =
  /^(?:约|建于|始建于)?(\d{4})(?:年代|年建成|年竣工|年左右|年建|年)?(?:[-/.]\d{1,2}(?:[-/.月].*)?|\d{1,2}月.*|(?:0[1-9]|1[0-2])(?:\d{2})?)?$/;
const FOUR_DIGITS = /^(\d{4})$/;
const YEAR_RANGE = /^\d{4}年?[-~至到—](\d{4})年?(?:建成|竣工|代)?$/;

/** A year: 2005, 2005年, 2005年建成, 2005-06; of 2003-2005年 the later one, when building ended. */
export function year(options: { least?: number; most?: number } = {}): CellType<number> {
  const least = options.least ?? FIRST_YEAR;
  const most = options.most ?? LAST_YEAR;
  return {
    name: 'year',
    hint: { zh: '年份，如 2005', en: 'a year such as 2005' },
    read(cell: RawCell): Reading<number> {
      const written = cleanText(shownText(cell));
      if (tellsNothing(written)) return null;
      const plain = halfWidth(written).replace(/\s+/g, '');
      const found = FOUR_DIGITS.exec(plain) ?? YEAR_RANGE.exec(plain) ?? YEAR.exec(plain);
      const value = Number(found?.[1] ?? Number.NaN);
      return value >= least && value <= most ? value : new Misread('import.cell-not-a-year', { least, most });
    },
  };
}
