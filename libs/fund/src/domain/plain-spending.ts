import { USES } from './uses.js';

export interface PlainLine {
  readonly account: string;
  readonly amount: bigint;
}

const isUse = (account: string): boolean => account.slice(0, 4) in USES;
const isBank = (account: string): boolean => account === '1002' || account.startsWith('1002:');

/**
 * Whether an entry of the fund's book spends: it touches what the fund is used for, or leaves less in the bank. Such
 * entries are made by payments alone, which cite what allows them; money moved within the bank spends nothing.
 */
export function spends(lines: readonly PlainLine[]): boolean {
  let inBank = 0n;
  for (const { account, amount } of lines) {
    if (isUse(account)) return true;
    if (isBank(account)) inBank += amount;
  }
  return inBank < 0n;
}
