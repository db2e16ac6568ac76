import { cleanText, halfWidth, matchingText, nothingSaid, saysNone } from './clean-text.js';
import { Misread, tellsNothing, type Bilingual, type CellType, type Reading } from './cell-type.js';
import { shownText, type RawCell } from './raw-cell.js';

const DEFAULT_LENGTH = 200;
/** Digits that a spreadsheet replaced by powers of ten: the number that was typed cannot be recovered. */
const SCIENTIFIC = /^\d(?:\.\d+)?e\+\d{1,2}$/i;
const PLAIN_CODE = /^[0-9A-Z-]{2,30}$/;
/** Above this a spreadsheet keeps no exact integers. */
const EXACT_DIGITS = 15;

function limited(text: string, longest: number): string | Misread {
  return text.length > longest ? new Misread('import.cell-too-long', { length: text.length, limit: longest }) : text;
}

/** Any text, tidied. Words that say nothing (不详 …) become null; so does 无 unless `keepNone`. */
export function text(options: { longest?: number; keepNone?: boolean } = {}): CellType<string> {
  const longest = options.longest ?? DEFAULT_LENGTH;
  return {
    name: 'text',
    hint: { zh: `文字，最多 ${longest} 字`, en: `text, at most ${longest} characters` },
    read(cell: RawCell): Reading<string> {
      const tidy = cleanText(shownText(cell));
      if (tidy === '' || nothingSaid(tidy) || (!options.keepNone && saysNone(tidy))) return null;
      return limited(tidy, longest);
    },
  };
}

/** A code of digits and letters (area code, credit code, own number): half width, upper case, no blanks. */
export function code(options: { longest?: number } = {}): CellType<string> {
  const longest = options.longest ?? 64;
  return {
    name: 'code',
    hint: { zh: '编号（设为文本格式，以免丢失位数）', en: 'a code, formatted as text so that no digit is lost' },
    read(cell: RawCell): Reading<string> {
      if (typeof cell === 'string' && longest >= 30 && PLAIN_CODE.test(cell) && /[0-9]/.test(cell)) return cell;
      const tidy = halfWidth(cleanText(shownText(cell)))
        .replace(/\s+/g, '')
        .toUpperCase();
      if (tellsNothing(tidy)) return null;
      const lost = typeof cell === 'number' && (tidy.length > EXACT_DIGITS || !Number.isInteger(cell));
      if (lost || SCIENTIFIC.test(tidy)) return new Misread('import.cell-digits-lost');
      return limited(tidy, longest);
    },
  };
}

const SEPARATORS = /[、，,;；|\n\r]+/;

/** Several names in one cell, parted by 、 comma, semicolon or line break; each once, in their order. */
export function nameList(options: { longest?: number } = {}): CellType<readonly string[]> {
  const longest = options.longest ?? DEFAULT_LENGTH;
  return {
    name: 'name-list',
    hint: { zh: '多个名称用顿号“、”分开', en: 'names parted by 、 or a comma' },
    read(cell: RawCell): Reading<readonly string[]> {
      const names = shownText(cell)
        .split(SEPARATORS)
        .map(cleanText)
        .filter((each) => !tellsNothing(each));
      const tooLong = names.find((each) => each.length > longest);
      if (tooLong) return new Misread('import.cell-too-long', { length: tooLong.length, limit: longest });
      return names.length === 0 ? null : [...new Set(names)];
    },
  };
}

/** One of a few values, each known by its label and by the other words that lists use for it. */
export function choice<T extends string>(options: Readonly<Record<T, readonly string[]>>): CellType<T> {
  const byWord = new Map<string, T>();
  const labels: string[] = [];
  for (const [value, words] of Object.entries(options) as [T, readonly string[]][]) {
    labels.push(words[0] ?? value);
    for (const word of [value, ...words]) byWord.set(matchingText(word), value);
  }
  const choices = labels.join('、');
  const hint: Bilingual = { zh: `填其中之一：${choices}`, en: `one of: ${choices}` };
  return {
    name: 'choice',
    hint,
    read(cell: RawCell): Reading<T> {
      const written = shownText(cell);
      const value = byWord.get(matchingText(written));
      if (value !== undefined) return value;
      return tellsNothing(cleanText(written)) ? null : new Misread('import.cell-not-a-choice', { choices });
    },
  };
}

const YES = new Set([
  '是',
  '有',
  '已',
  '对',
  'y',
  'yes',
  'true',
  '1',
  '√',
  '✓',
  '✔',
  '☑',
  '已建',
  '已建立',
  '已成立',
  '已备案',
]);
const NO = new Set([
  '否',
  '无',
  '没有',
  '未',
  '不是',
  'n',
  'no',
  'false',
  '0',
  '×',
  'x',
  '✗',
  '未建',
  '未建立',
  '未成立',
  '未备案',
]);

/** 是 / 否 and the many ways to tick a box. */
export function yesNo(): CellType<boolean> {
  return {
    name: 'yes-no',
    hint: { zh: '填“是”或“否”', en: '是 (yes) or 否 (no)' },
    read(cell: RawCell): Reading<boolean> {
      if (typeof cell === 'boolean') return cell;
      const word = matchingText(shownText(cell));
      if (YES.has(word)) return true;
      if (NO.has(word)) return false;
      return tellsNothing(word) ? null : new Misread('import.cell-not-yes-or-no');
    },
  };
}
