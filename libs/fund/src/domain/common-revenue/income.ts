import { addDays, addMonths, type Day } from '#libs/kernel';

/** 收入类别, by the account of the book: nine kinds of what common parts earn, and interest. */
export const INCOME_KINDS = {
  '4111': '公共场地停车',
  '4112': '电梯和外墙广告',
  '4113': '公用房屋出租',
  '4114': '摊位和场地租用',
  '4115': '快递柜',
  '4116': '售货机和回收机',
  '4117': '充电设施',
  '4118': '通信基站和管线',
  '4101': '其他经营收入',
} as const;
export type IncomeKind = keyof typeof INCOME_KINDS;
/** In the order in which statements list them, the rest at the end. */
export const INCOME_KIND_CODES: readonly IncomeKind[] = [
  ...['4111', '4112', '4113', '4114', '4115', '4116', '4117', '4118', '4101'],
] as IncomeKind[];
export const INTEREST = '4102';

/** A contract lets so many months at a time. */
export const PERIODS = [1, 3, 6, 12] as const;

export interface ContractTerms {
  readonly from: Day;
  /** The last day, or the earlier one on which it was ended. */
  readonly until: Day;
  readonly periodMonths: number;
  /** What is due for each period. */
  readonly amount: bigint;
  /** So many days after the first of a period it has to be there. */
  readonly graceDays: number;
}

/** The days on which something was due by a day: one for each period that had begun, the first first. */
export function dueDays({ from, until, periodMonths, graceDays }: ContractTerms, by: Day): readonly Day[] {
  const days: Day[] = [];
  for (let begins = from, n = 1; begins <= until; begins = addMonths(from, periodMonths * n), n += 1) {
    const dueOn = addDays(begins, graceDays);
    if (dueOn > by) break;
    days.push(dueOn);
  }
  return days;
}

export interface ContractStanding {
  readonly due: bigint;
  readonly received: bigint;
  /** Due and not received. */
  readonly owed: bigint;
  /** When the oldest of it was due; null where nothing is owed. */
  readonly owedSince: Day | null;
}

/** 应收未收: what came in pays the oldest period first. A started period is due whole. */
export function standingOf(terms: ContractTerms, received: bigint, by: Day): ContractStanding {
  const days = dueDays(terms, by);
  const due = BigInt(days.length) * terms.amount;
  const owed = due > received ? due - received : 0n;
  const paid = received <= 0n ? 0 : Number(received / terms.amount);
  return { due, received, owed, owedSince: owed > 0n ? (days[paid] ?? null) : null };
}
