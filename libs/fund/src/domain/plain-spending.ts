import { USES } from './uses.js';

export interface PlainLine {
  readonly account: string;
  readonly amount: bigint;
}

const isBelow = (account: string, code: string): boolean => account === code || account.startsWith(`${code}:`);
const isBank = (account: string): boolean => isBelow(account, '1002');

/**
 * Whether an entry of a book spends: it touches what its money is used for, or leaves less in the bank. Such entries
 * are made by payments alone, which cite what allows them; money moved within the bank spends nothing.
 */
export function spends(lines: readonly PlainLine[], uses: Readonly<Record<string, string>> = USES): boolean {
  let inBank = 0n;
  for (const { account, amount } of lines) {
    if (account.slice(0, 4) in uses) return true;
    if (isBank(account)) inBank += amount;
  }
  return inBank < 0n;
}

/**
 * Whether an entry of a compound's maintenance book touches what deposits, allotments and spendings alone may touch:
 * sub-accounts of homes and what repairs cost; or whether it leaves less in the bank.
 */
export function touchesHomes(lines: readonly PlainLine[]): boolean {
  const inBank = lines.reduce((sum, { account, amount }) => (isBank(account) ? sum + amount : sum), 0n);
  return inBank < 0n || lines.some(({ account }) => isBelow(account, '2501') || isBelow(account, '5201'));
}
