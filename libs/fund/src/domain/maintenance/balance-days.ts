import { addDays, daysBetween, type Day } from '#libs/kernel';

/** What came to a sub-account on a day, in fen; less than nothing where it went. */
export interface Movement {
  readonly day: Day;
  readonly amount: bigint;
}

/** From and to which day interest is settled, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** How interest is allotted, as the rule pack says: by the balance of every day, or by that of the last day alone. */
export const BY_BALANCE_DAYS = 1;
export const BY_LAST_BALANCE = 2;

/** The balance at the end of a day. */
export function balanceOn(movements: readonly Movement[], on: Day): bigint {
  return movements.reduce((sum, { day, amount }) => (day <= on ? sum + amount : sum), 0n);
}

/** 积数: the balances of all days of a period added up; money counts from the day on which it came. */
export function balanceDays(movements: readonly Movement[], { from, to }: Period): bigint {
  const behind = addDays(to, 1);
  return movements.reduce((sum, { day, amount }) => {
    const since = day < from ? from : day;
    return since > to ? sum : sum + amount * BigInt(daysBetween(since, behind));
  }, 0n);
}

/** What a sub-account counts for when interest is allotted; one that was overdrawn on the whole counts for nothing. */
export function interestWeight(movements: readonly Movement[], period: Period, method: number): bigint {
  const weight = method === BY_LAST_BALANCE ? balanceOn(movements, period.to) : balanceDays(movements, period);
  return weight > 0n ? weight : 0n;
}
