import { isUUID, maxLength, minLength } from 'class-validator';
import { isDay } from '#libs/kernel';

// The checks of an entry once more, written so that they cost little. Whatever is not right here is asked again by the
// checks of `entries.dto.ts`, which say what is wrong; a test holds both together.

const ENTRY = new Set(['book', 'date', 'memo', 'basisKind', 'basis', 'hold', 'lines']);
const LINE = new Set(['account', 'amount', 'memo']);

function isObject(value: unknown, names: ReadonlySet<string>): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((name) => names.has(name));
}

function isText(value: unknown, least: number, most: number): boolean {
  return minLength(value, least) && maxLength(value, most);
}

function isLine(value: unknown): boolean {
  if (!isObject(value, LINE)) return false;
  const { account, amount, memo } = value;
  return isText(account, 1, 120) && isText(amount, 1, 40) && (memo === undefined || maxLength(memo, 200));
}

export function isPlainEntry(body: unknown): boolean {
  if (!isObject(body, ENTRY)) return false;
  const { book, date, memo, basisKind, basis, hold, lines } = body;
  return (
    (book === undefined || isText(book, 1, 120)) &&
    typeof date === 'string' &&
    isDay(date) &&
    isText(memo, 1, 500) &&
    (basisKind === undefined || isText(basisKind, 1, 40)) &&
    (basis === undefined || isText(basis, 1, 200)) &&
    (hold === undefined || isUUID(hold)) &&
    Array.isArray(lines) &&
    lines.length > 1 &&
    lines.length <= 1000 &&
    lines.every(isLine)
  );
}
