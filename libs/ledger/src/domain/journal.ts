import { DomainError, isDay, type Bilingual } from '#libs/kernel';
import { isAccountCode } from './accounts.js';
import { amountOf } from './amount.js';

/** A row of a journal as it stands in the file. */
export interface JournalRow {
  readonly line: number;
  readonly txn: string;
  readonly date: string;
  readonly account: string;
  readonly amount: string;
  readonly memo: string;
}

export interface JournalLine {
  readonly account: string;
  readonly amount: bigint;
  readonly memo: string | null;
}

/** A transaction of the file: the rows of one number. */
export interface JournalEntry {
  readonly line: number;
  readonly txn: string;
  readonly day: string;
  readonly memo: string;
  readonly lines: readonly JournalLine[];
}

const LONGEST_MEMO = 500;

function refuse(line: number, zh: string, en: string): never {
  throw new DomainError('ledger.line-refused', { line, reason: { zh, en } satisfies Bilingual });
}

function lineOf(row: JournalRow, decimals: number): JournalLine {
  const { line, txn, date, account, amount, memo } = row;
  if (txn === '') refuse(line, '缺少 txn（分录编号）。', 'txn, the number of the entry, is missing.');
  const isRightDay: boolean = isDay(date);
  if (!isRightDay) refuse(line, `“${date}”不是日期，应如 2026-11-23。`, `“${date}” is no day, as 2026-11-23 is.`);
  if (!isAccountCode(account)) refuse(line, `科目“${account}”不能用。`, `The account “${account}” cannot be used.`);
  if (memo.length > LONGEST_MEMO)
    refuse(line, `摘要超过 ${LONGEST_MEMO} 字。`, `The memo has over ${LONGEST_MEMO} signs.`);
  const units = amountOf(amount, decimals);
  if (units !== null) return { account, amount: units, memo: memo === '' ? null : memo };
  return refuse(
    line,
    `金额“${amount}”不能用，最多 ${decimals} 位小数。`,
    `The amount “${amount}” cannot be used; there are ${decimals} decimals.`,
  );
}

/**
 * The entries of a file, in the order in which they begin; the rows of one need not stand together.
 * @throws DomainError `ledger.line-refused`, `ledger.txn-refused`
 */
export function journalOf(rows: readonly JournalRow[], decimals: number): readonly JournalEntry[] {
  const entries = new Map<string, { first: JournalRow; memo: string; lines: JournalLine[]; sum: bigint }>();
  for (const row of rows) {
    const line = lineOf(row, decimals);
    const entry = entries.get(row.txn) ?? { first: row, memo: '', lines: [], sum: 0n };
    entries.set(row.txn, entry);
    if (entry.first.date !== row.date)
      refuse(row.line, `分录 ${row.txn} 的日期前后不一。`, `The rows of entry ${row.txn} have different days.`);
    entry.lines.push(line);
    entry.sum += line.amount;
    if (entry.memo === '') entry.memo = row.memo;
  }
  return [...entries].map(([txn, { first, memo, lines, sum }]) => {
    if (sum !== 0n) {
      const reason = { zh: '借贷不平。', en: 'its lines do not sum to zero.' };
      throw new DomainError('ledger.txn-refused', { line: first.line, txn, reason });
    }
    const bare = lines.map((line) => ({ ...line, memo: line.memo === memo ? null : line.memo }));
    return { line: first.line, txn, day: first.date, memo, lines: bare };
  });
}
