import { INCOME_KIND_CODES, INCOME_KINDS, INTEREST } from './income.js';
import { REVENUE_USE_CODES, REVENUE_USES } from './withdrawals.js';

/** What an account held before a quarter, and by how much it moved within it; positive is debit. */
export interface AccountSum {
  readonly code: string;
  readonly opening: bigint;
  readonly moved: bigint;
}

export interface StatementLine {
  readonly code: string;
  readonly name: string;
  readonly amount: bigint;
}

export interface RevenueStatement {
  readonly opening: bigint;
  readonly income: readonly StatementLine[];
  readonly received: bigint;
  readonly expenditure: readonly StatementLine[];
  readonly used: bigint;
  readonly closing: bigint;
  /** 净收益: what is left of the income once costs are deducted, never less than nothing. */
  readonly net: bigint;
  /** What is proposed to go to the maintenance fund of it, and what went there. */
  readonly proposedShare: bigint;
  readonly moved: bigint;
}

/** 季度收支表: what there was, what came in by kind, what it was used for, and what is left. */
export function statementOf(sums: readonly AccountSum[], sharePercent: number): RevenueStatement {
  const of = (code: string): AccountSum => sums.find((each) => each.code === code) ?? { code, opening: 0n, moved: 0n };
  const income = [
    ...INCOME_KIND_CODES.map((code) => [code, INCOME_KINDS[code]] as const),
    [INTEREST, '利息'] as const,
  ].map(([code, name]) => ({ code, name, amount: -of(code).moved }));
  const expenditure = REVENUE_USE_CODES.map((code) => ({ code, name: REVENUE_USES[code], amount: of(code).moved }));
  const sum = (lines: readonly StatementLine[]): bigint => lines.reduce((total, { amount }) => total + amount, 0n);
  const bank = of('1002');
  const [received, used] = [sum(income), sum(expenditure)];
  const left = received - of('5101').moved;
  const net = left > 0n ? left : 0n;
  return {
    ...{ opening: bank.opening, income, received, expenditure, used, closing: bank.opening + bank.moved, net },
    ...{ proposedShare: (net * BigInt(sharePercent)) / 100n, moved: of('5102').moved },
  };
}
