import { isDay, type Bilingual, type Day } from '#libs/kernel';
import { amountOf } from '../amount.js';
import type { Columns } from './columns.js';

/** A row of the file with its cells as a person sees them. */
export interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** What a bank says happened. Money in is positive; of what only moved about (中性交易) the amount has no direction. */
export interface StatementLine {
  readonly row: number;
  readonly day: Day;
  readonly time: string | null;
  readonly amount: bigint;
  readonly isNeutral: boolean;
  /** Whether the direction is told; else it is looked for in the balances. */
  readonly isSigned: boolean;
  readonly balance: bigint | null;
  readonly counterparty: string | null;
  readonly summary: string | null;
  readonly reference: string | null;
}

export interface RejectedRow extends Bilingual {
  readonly row: number;
}

/** What stands for nothing in a cell. */
const NOTHING = /^(?:[-–—/\\]+|无|空|null)?$/i;
/** A line that sums up, or says how the file was made. */
const NO_DATA = /合计|总计|小计|累计|^共\s*\d+|笔数|^-{3,}|^注[:：]|^说明|打印|下载时间|^第\s*\d+\s*页|^本页/;
const IN = /^(?:收入?|贷方?|入|转入|存入|进账|c|cr|credit|\+)$/i;
const OUT = /^(?:支出?|借方?|出|付|转出|支取|付出|d|dr|debit|-)$/i;
const NEUTRAL = /^(?:[-/]*|不计收支|中性交易|其他|其它)$/;

function plain(cell: string | undefined): string {
  return (cell ?? '')
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
}

function textOf(cells: readonly string[], column: number | undefined): string | null {
  const text = column === undefined ? '' : plain(cells[column]);
  return NOTHING.test(text) ? null : text;
}

export function dayOfCell(text: string): Day | null {
  const found = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?![\d])/.exec(text);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\D|$|\d{6}$)/.exec(text);
  const [, year = '', month = '', date = ''] = compact ?? found ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

function timeOfCell(text: string | null): string | null {
  const found = /(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text ?? '') ?? /^(\d{2})(\d{2})(\d{2})$/.exec(text ?? '');
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}:${found[3] ?? '00'}` : null;
}

/** An amount as banks write it: with signs of currency, commas, a sign before or behind. */
function unitsOf(text: string | null, decimals: number): bigint | null {
  if (text === null) return null;
  const bare = text.replace(/[¥$元]|CNY|RMB|人民币/gi, '').replace(/\s+/g, '');
  const behind = /^(\d[\d,]*(?:\.\d+)?)([+-])$/.exec(bare);
  return amountOf(behind ? `${behind[2]}${behind[1]}` : bare, decimals);
}

interface Money {
  readonly amount: bigint;
  readonly isSigned: boolean;
  readonly isNeutral: boolean;
}

const abs = (units: bigint): bigint => (units < 0n ? -units : units);

/** What went in and out in columns of their own; of a row one of them is empty, or zero. */
function ofTwoColumns(income: bigint | null, expense: bigint | null): Money | null {
  if (income === null && expense === null) return null;
  const told = { isSigned: true, isNeutral: false };
  if (expense === null || (expense === 0n && income !== null)) return { amount: income ?? 0n, ...told };
  if (income === null || income === 0n) return { amount: -abs(expense), ...told };
  return null;
}

function moneyOf(cells: readonly string[], columns: Columns, decimals: number): Money | null {
  const at = (column: number | undefined): string | null => textOf(cells, column);
  if (columns.income !== undefined || columns.expense !== undefined) {
    const two = ofTwoColumns(unitsOf(at(columns.income), decimals), unitsOf(at(columns.expense), decimals));
    if (two || columns.amount === undefined) return two;
  }
  const written = at(columns.amount);
  const amount = unitsOf(written, decimals);
  if (amount === null) return null;
  if (columns.direction === undefined) {
    return { amount, isSigned: amount < 0n || (written ?? '').startsWith('+'), isNeutral: false };
  }
  const direction = plain(cells[columns.direction]);
  if (IN.test(direction)) return { amount: abs(amount), isSigned: true, isNeutral: false };
  if (OUT.test(direction)) return { amount: -abs(amount), isSigned: true, isNeutral: false };
  return NEUTRAL.test(direction) ? { amount: abs(amount), isSigned: true, isNeutral: true } : null;
}

/** Rows that say nothing of money: sums, remarks, what is blank. */
export function isData({ cells }: FileRow, columns: Columns): boolean {
  const texts = cells.map(plain).filter((text) => text !== '');
  if (texts.length < 2 || NO_DATA.test(texts[0] ?? '')) return false;
  const told = [columns.day, columns.amount, columns.income, columns.expense];
  return told.some((column) => textOf(cells, column) !== null);
}

/** Reads one row; what cannot be read says why. */
export function lineOf(
  { number: row, cells }: FileRow,
  columns: Columns,
  decimals: number,
): StatementLine | RejectedRow {
  const dayText = textOf(cells, columns.day) ?? '';
  const day = dayOfCell(dayText);
  if (!day) return { row, zh: `“${dayText}”不是日期。`, en: `“${dayText}” is no day.` };
  const money = moneyOf(cells, columns, decimals);
  if (!money) {
    const shown = [columns.amount, columns.income, columns.expense].map((column) => textOf(cells, column) ?? '');
    const text = shown.filter((each) => each !== '').join(' / ');
    return { row, zh: `金额或收支方向“${text}”读不懂。`, en: `Amount or direction “${text}” cannot be read.` };
  }
  const summary = [textOf(cells, columns.kind), textOf(cells, columns.summary)].filter((text) => text !== null);
  const reference = textOf(cells, columns.reference);
  return {
    ...{ row, day, ...money, balance: unitsOf(textOf(cells, columns.balance), decimals) },
    time: timeOfCell(textOf(cells, columns.time) ?? dayText),
    counterparty: textOf(cells, columns.counterparty),
    summary: summary.length > 0 ? summary.join(' ') : null,
    reference: reference === null || /^0+$/.test(reference) ? null : reference,
  };
}
