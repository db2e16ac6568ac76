import { USES } from './uses.js';

export interface PlainLine {
  readonly account: string;
  readonly amount: bigint;
}

const isBank = (account: string): boolean => account === '1002' || account.startsWith('1002:');

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
