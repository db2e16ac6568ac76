import { findHeadings } from './columns.js';
import { isData, lineOf, type FileRow, type RejectedRow, type StatementLine } from './lines.js';
import { asBalancesTell, inOrderOfTime, withDirections } from './running.js';

/** A statement as it was read, the oldest line first. */
export interface ReadStatement {
  /** Which bank's export it is; `unknown` where no bank is known by these headings. */
  readonly layout: string;
  /** Lines of data in the file. */
  readonly rows: number;
  readonly lines: readonly StatementLine[];
  readonly rejected: readonly RejectedRow[];
}

/** How many rows a bank writes above its headings at most. */
const HEAD = 80;

const isLine = (read: StatementLine | RejectedRow): read is StatementLine => 'amount' in read;

/** Reads the rows of a file, whichever bank it is of. */
export function readStatement(rows: readonly FileRow[], decimals: number): ReadStatement {
  const found = findHeadings(rows.slice(0, HEAD).map(({ cells }) => cells));
  if (!found) return { layout: 'unknown', rows: 0, lines: [], rejected: [noHeadings(rows[0]?.number ?? 1)] };
  const { columns, layout } = found;
  const data = rows.slice(found.at + 1).filter((row) => isData(row, columns));
  const read = data.map((row) => lineOf(row, columns, decimals));
  const told = asBalancesTell(withDirections(inOrderOfTime(read.filter(isLine))));
  const unsigned = told.filter(({ isSigned }) => !isSigned);
  return {
    ...{ layout, rows: data.length, lines: told.filter(({ isSigned }) => isSigned) },
    rejected: [
      ...read.filter((each): each is RejectedRow => !isLine(each)),
      ...unsigned.map(({ row }) => ({ row, zh: '看不出是收入还是支出。', en: 'Nothing tells whether money came in.' })),
    ],
  };
}

function noHeadings(row: number): RejectedRow {
  return {
    row,
    zh: '找不到表头：没有哪一行同时有日期和金额的列名。请核对文件，或改用银行导出的原件。',
    en: 'No row heads columns of days and amounts. Check the file, or take it as the bank exported it.',
  };
}
