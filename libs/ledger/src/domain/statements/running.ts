import type { StatementLine } from './lines.js';

/** A balance that does not follow from the one before it. */
export interface BalanceBreak {
  readonly row: number;
  readonly expected: bigint;
  readonly found: bigint;
}

/** How many balances follow from the ones before them, if the lines are taken in this order. */
function following(lines: readonly StatementLine[]): number {
  return lines.filter((line, at) => {
    const before = lines[at - 1]?.balance;
    return before != null && line.balance !== null && before + line.amount === line.balance;
  }).length;
}

/** Banks write newest first or last; days tell, and where they do not, the balances. */
export function inOrderOfTime(lines: readonly StatementLine[]): readonly StatementLine[] {
  let [up, down] = [0, 0];
  const momentOf = ({ day, time }: StatementLine): string => `${day} ${time ?? ''}`;
  for (const [at, line] of lines.slice(1).entries()) {
    const before = momentOf(lines[at] as StatementLine);
    if (before < momentOf(line)) up += 1;
    if (before > momentOf(line)) down += 1;
  }
  const reversed = lines.toReversed();
  if (up === down) return following(reversed) > following(lines) ? reversed : lines;
  return down > up ? reversed : lines;
}

/** A direction that no cell tells is the one by which the balance moved; null where balances do not tell it either. */
function signedBy(line: StatementLine, before: bigint | null | undefined): StatementLine | null {
  if (line.isSigned) return line;
  if (before != null && line.balance !== null) {
    if (before + line.amount === line.balance) return { ...line, isSigned: true };
    if (before - line.amount === line.balance) return { ...line, amount: -line.amount, isSigned: true };
  }
  return null;
}

/**
 * Gives unsigned amounts their direction. Where some are written with a minus, the others are what came in; where none
 * is, only the balances tell.
 */
export function withDirections(lines: readonly StatementLine[]): readonly StatementLine[] {
  const isSignedColumn = lines.some(({ amount, isNeutral }) => amount < 0n && !isNeutral);
  if (isSignedColumn) return lines.map((line) => ({ ...line, isSigned: true }));
  return lines.map((line, at) => signedBy(line, lines[at - 1]?.balance) ?? line);
}

/** Some exports call in what others call out; when the balances say so throughout, they are believed. */
export function asBalancesTell(lines: readonly StatementLine[]): readonly StatementLine[] {
  const turned = lines.map((line) => (line.isNeutral ? line : { ...line, amount: -line.amount }));
  return following(lines) === 0 && following(turned) >= 2 ? turned : lines;
}

/** The breaks of a statement, and of its beginning with what the account had before it. */
export function balanceBreaks(lines: readonly StatementLine[], before: bigint | null): readonly BalanceBreak[] {
  const breaks: BalanceBreak[] = [];
  let last = before;
  for (const { row, amount, balance, isNeutral } of lines) {
    if (balance === null) continue;
    const expected = last === null ? balance : last + (isNeutral ? 0n : amount);
    if (expected !== balance) breaks.push({ row, expected, found: balance });
    last = balance;
  }
  return breaks;
}
