import type { Bilingual, Day } from '#libs/kernel';
import { dayOfText, type TextRow } from '#libs/platform';
import { fenIn } from '../../domain/fen.js';

/** Headings under which a list tells what, bare of brackets and blanks. */
const HEADINGS = {
  address: /^(?:房屋|房屋坐落|房屋地址|坐落|地址|门牌号?|户号)$/,
  building: /^(?:楼栋|楼号|栋号|幢号|幢|楼幢|栋)$/,
  stairway: /^(?:单元|单元号)$/,
  room: /^(?:房号|室号|房间号|户室号)$/,
  amount: /^(?:金额|交存金额|缴存金额|交款金额|交存额|实交金额|本次交存)$/,
  date: /^(?:日期|交存日期|缴存日期|交款日期|入账日期)$/,
  document: /^(?:票据号|票据号码|收据号|凭证号|发票号)$/,
} as const;
type Column = keyof typeof HEADINGS;
type Columns = Readonly<Partial<Record<Column, number>>>;

const TOTAL = /^(?:合计|总计|小计)/;
const HEADING_ROWS = 10;

/** A row of a list as it is understood; its address is looked up in the register by somebody else. */
export interface ToldDeposit {
  readonly row: number;
  readonly written: Readonly<Record<'address' | 'building' | 'stairway' | 'room', string | null>>;
  readonly amount: bigint;
  readonly onDay: Day;
  readonly document: string | null;
}

/** What is wrong with a row. */
export interface DepositFault {
  readonly row: number;
  readonly told: Bilingual;
}

export interface ReadDeposits {
  readonly rows: number;
  readonly deposits: readonly ToldDeposit[];
  readonly faults: readonly DepositFault[];
}

const heading = (cell: string): string => cell.normalize('NFKC').replaceAll(/\s|\(.*?\)/g, '');

function columnsOf({ cells }: TextRow): Columns | null {
  const names = Object.entries(HEADINGS) as readonly [Column, RegExp][];
  const found = names.map(([name, words]) => [name, cells.findIndex((cell) => words.test(heading(cell)))] as const);
  const columns: Columns = Object.fromEntries(found.filter(([, at]) => at >= 0));
  const hasHome = columns.address !== undefined || columns.room !== undefined;
  return hasHome && columns.amount !== undefined ? columns : null;
}

/** The deposits of a table, and what is wrong with its rows; null where no heading tells home and amount. */
export function readDeposits(table: readonly TextRow[], defaultDay: Day): ReadDeposits | null {
  for (const [at, row] of table.slice(0, HEADING_ROWS).entries()) {
    const columns = columnsOf(row);
    if (columns) return readRows(table.slice(at + 1), columns, defaultDay);
  }
  return null;
}

function readRows(rows: readonly TextRow[], columns: Columns, defaultDay: Day): ReadDeposits {
  const told = rows.filter(({ cells }) => isTold(cells));
  const read = told.map((row) => readRow(row, columns, defaultDay));
  return {
    rows: told.length,
    deposits: read.flatMap((each) => ('told' in each ? [] : [each])),
    faults: read.flatMap((each) => ('told' in each ? [each] : [])),
  };
}

/** Blank rows and sums at the end of a page tell of no home. */
function isTold(cells: readonly string[]): boolean {
  const [first = ''] = cells.filter((cell) => cell.trim() !== '');
  return first !== '' && !TOTAL.test(heading(first));
}

function readRow({ number: row, cells }: TextRow, columns: Columns, defaultDay: Day): ToldDeposit | DepositFault {
  const cell = (column: Column): string | null => {
    const at = columns[column];
    const text = at === undefined ? '' : (cells[at] ?? '').trim();
    return text === '' ? null : text;
  };
  const fault = (zh: string, en: string): DepositFault => ({ row, told: { zh, en } });
  const [sum, day] = [cell('amount') ?? '', cell('date')];
  const amount = fenIn(
    sum
      .normalize('NFKC')
      .replace(/^[¥￥]/, '')
      .replace(/元$/, ''),
  );
  if (amount === null)
    return fault(`金额“${sum}”不是大于零、到分为止的金额`, `“${sum}” is no amount of more than nothing, to the fen`);
  const onDay = day === null ? defaultDay : dayOfText(day);
  if (onDay === null) return fault(`日期“${day ?? ''}”看不懂，请写成 2026-11-23`, `“${day ?? ''}” is no day`);
  const written = {
    address: cell('address'),
    building: cell('building'),
    stairway: cell('stairway'),
    room: cell('room'),
  };
  return { row, written, amount, onDay, document: cell('document') };
}
