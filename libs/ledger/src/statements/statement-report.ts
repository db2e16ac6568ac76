import type { LedgerBook } from '../books/ledger-book.entity.js';
import { amountText } from '../domain/amount.js';
import type { RejectedRow, StatementLine } from '../domain/statements/lines.js';
import type { BalanceBreak } from '../domain/statements/running.js';
import type { ReadStatement } from '../domain/statements/statement.js';

export interface StatementReport {
  readonly layout: string;
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: readonly RejectedRow[];
  readonly sums: { readonly in: string; readonly out: string };
  readonly balanceBreaks: readonly { readonly row: number; readonly expected: string; readonly found: string }[];
  /** Rows that another statement brought before, or an earlier row of this one. */
  readonly duplicates: readonly { readonly row: number }[];
}

/** Sums are of the lines that are new. */
export function reportOf(
  { decimals }: LedgerBook,
  { layout, rows, rejected }: ReadStatement,
  found: {
    readonly fresh: readonly StatementLine[];
    readonly marked: readonly StatementLine[];
    readonly breaks: readonly BalanceBreak[];
  },
): StatementReport {
  const { fresh, marked, breaks } = found;
  const sum = (sign: bigint): string =>
    amountText(
      fresh.reduce((total, { amount, isNeutral }) => {
        return !isNeutral && amount * sign > 0n ? total + amount * sign : total;
      }, 0n),
      decimals,
    );
  const kept = new Set(fresh.map(({ row }) => row));
  const byRow = <T extends { readonly row: number }>(list: readonly T[]): T[] => list.toSorted((a, b) => a.row - b.row);
  return {
    ...{ layout, rows, accepted: fresh.length, rejected: byRow(rejected), sums: { in: sum(1n), out: sum(-1n) } },
    balanceBreaks: byRow(breaks).map(({ row, expected, found: written }) => {
      return { row, expected: amountText(expected, decimals), found: amountText(written, decimals) };
    }),
    duplicates: byRow(marked.filter(({ row }) => !kept.has(row))).map(({ row }) => ({ row })),
  };
}
