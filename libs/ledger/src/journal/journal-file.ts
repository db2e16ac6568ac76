import { DomainError } from '#libs/kernel';
import { parse } from 'csv-parse/sync';
import type { JournalRow } from '../domain/journal.js';

const NEEDED = ['txn', 'date', 'account', 'amount'];

function refuse(zh: string, en: string): never {
  throw new DomainError('ledger.file-refused', { reason: { zh, en } });
}

/** Reads a csv of the columns txn, date, account, amount, perhaps memo. @throws DomainError `ledger.file-refused` */
export function readJournal(text: string): readonly JournalRow[] {
  const rows = cellsOf(text);
  const headings = (rows[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = NEEDED.filter((name) => !headings.includes(name));
  if (missing.length > 0) refuse(`缺少列 ${missing.join('、')}`, `the column ${missing.join(', ')} is missing`);
  const at = (name: string): number => headings.indexOf(name);
  const [txn, date, account, amount, memo] = ['txn', 'date', 'account', 'amount', 'memo'].map(at) as number[];
  if (rows.length < 2) refuse('文件没有分录', 'the file holds no entries');
  return rows.slice(1).map(({ cells, line }) => {
    const cell = (column: number | undefined): string => cells[column ?? -1]?.trim() ?? '';
    return { line, txn: cell(txn), date: cell(date), account: cell(account), amount: cell(amount), memo: cell(memo) };
  });
}

interface Cells {
  readonly cells: readonly string[];
  readonly line: number;
}

function cellsOf(text: string): readonly Cells[] {
  try {
    const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true } as const;
    const rows = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    return refuse(`第 ${line} 行不是有效的 CSV`, `line ${line} is no valid CSV`);
  }
}
