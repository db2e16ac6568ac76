import { DomainError } from '#libs/kernel';
import type { LedgerBook } from '#libs/ledger';
import { BEAUTIFUL_HOME, COMMON_REVENUE, MAINTENANCE_FUND } from '../books/fund-books.service.js';
import { REVENUE_USES } from '../domain/common-revenue/withdrawals.js';
import { spends, touchesHomes, type PlainLine } from '../domain/plain-spending.js';

/**
 * Whatever is entered by hand, or from a line of the bank: the city's fund is spent by payments alone, common revenue
 * by withdrawals to which its parties agreed, and the money of homes moves by deposits, allotments and spendings. A
 * general book that was taken over is bound by no such rule.
 * @throws DomainError `fund.spends-without-payment`, `common-revenue.spends-without-consent` and
 *   `maintenance.not-by-hand`
 */
export function requirePlain({ kind }: LedgerBook, lines: readonly PlainLine[]): void {
  if (kind === BEAUTIFUL_HOME && spends(lines)) throw new DomainError('fund.spends-without-payment');
  if (kind === COMMON_REVENUE && spends(lines, REVENUE_USES))
    throw new DomainError('common-revenue.spends-without-consent');
  if (kind === MAINTENANCE_FUND && touchesHomes(lines)) throw new DomainError('maintenance.not-by-hand');
}
