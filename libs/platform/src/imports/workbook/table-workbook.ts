import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { storableText } from '../cells/clean-text.js';

/** What a cell of an export may hold. */
export type TableCell = string | number | boolean | null;

/** One sheet: a frozen row of headings, and rows below it. */
export interface TableSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Characters that XML cannot hold, and the longest text that a cell can. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const LONGEST_CELL = 32_000;

const FORMULA_START = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?%?$|^-+$/;
const FORBIDDEN_IN_NAMES = /[[\]:*?/\\']/g;
const LONGEST_NAME = 31;
const WIDTHS = { least: 8, most: 60, sampled: 200 };
const HEADING_STYLE = { fontWeight: 'bold', backgroundColor: '#EEF2F7', wrap: true, alignVertical: 'center' } as const;

/**
 * A text that no spreadsheet takes for a formula, also after somebody saves the file as csv. Reading a workbook takes
 * the apostrophe off again.
 */
export function safeText(text: string): string {
  const writable = storableText(text).replace(UNWRITABLE, '').slice(0, LONGEST_CELL);
  return FORMULA_START.test(writable) && !PLAIN_NUMBER.test(writable) ? `'${writable}` : writable;
}

/** Columns a text takes on the screen: a Chinese character is as wide as two letters. */
function shownWidth(cell: TableCell): number {
  let width = 0;
  for (const letter of String(cell ?? '').slice(0, WIDTHS.most)) width += letter.charCodeAt(0) > 0xff ? 2 : 1;
  return width;
}

function widthsOf(sheet: TableSheet): { width: number }[] {
  return sheet.headings.map((heading, column) => {
    const sampled = sheet.rows.slice(0, WIDTHS.sampled).map((row) => shownWidth(row[column] ?? null));
    const widest = Math.max(shownWidth(heading), ...sampled) + 2;
    return { width: Math.min(Math.max(widest, WIDTHS.least), WIDTHS.most) };
  });
}

/** What does not fit the widest column goes on below, instead of under the next cell. */
const WRAPPED = { wrap: true, alignVertical: 'top' } as const;
const isWide = (text: string): boolean => shownWidth(text) > WIDTHS.most;

function cellsOf(sheet: TableSheet): SheetData {
  const headings = sheet.headings.map((heading) => ({ value: safeText(heading), type: String, ...HEADING_STYLE }));
  const rows = sheet.rows.map((row) =>
    row.map((cell) => {
      if (typeof cell !== 'string') return cell;
      const value = safeText(cell);
      // Text stays text: a code of digits must not be offered as a number.
      return value === '' ? null : { value, type: String, format: '@', ...(isWide(cell) ? WRAPPED : {}) };
    }),
  );
  return sheet.headings.length === 0 ? rows : [headings, ...rows];
}

/** Names that a workbook accepts, each once. */
function sheetNames(sheets: readonly TableSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map((sheet, at) => {
    const clean = sheet.name.replace(FORBIDDEN_IN_NAMES, ' ').trim().slice(0, LONGEST_NAME) || `表${at + 1}`;
    const name = taken.has(clean) ? `${clean.slice(0, LONGEST_NAME - 4)}（${at + 1}）` : clean;
    taken.add(name);
    return name;
  });
}

/** Writes tables as an xlsx workbook: frozen headings, fitting widths, and no text that could act as a formula. */
export async function tableWorkbook(sheets: readonly TableSheet[]): Promise<Buffer> {
  const names = sheetNames(sheets);
  const written = sheets.map((sheet, at) => ({
    sheet: names[at] ?? '',
    data: cellsOf(sheet),
    columns: widthsOf(sheet),
    ...(sheet.headings.length > 0 ? { stickyRowsCount: 1 } : {}),
  }));
  return writeXlsxFile(written).toBuffer();
}
