import { addDays, dayInShanghai, type Day } from '#libs/kernel';
import type { Body } from '../body.js';
import type { LegalMode } from '../catalogue/power.js';

/** 授权: one power handed from one body to another, over an area and for some days. */
export interface Delegation {
  readonly id: string;
  readonly powerCode: string;
  readonly from: Body;
  readonly to: Body;
  /** Where it holds: this area and everything below. */
  readonly areaPath: string;
  readonly effectiveFrom: Day;
  /** The last day, or null when it stays open. */
  readonly effectiveTo: Day | null;
  /** Milliseconds since 1970 at which the receiver signed; before that nobody holds anything. */
  readonly acceptedAt: number | null;
  /** Milliseconds since 1970 at which it was revoked or returned. */
  readonly endedAt: number | null;
  readonly legalMode: LegalMode;
  /** No single act may exceed this amount; null: no limit. */
  readonly amountLimitFen: bigint | null;
  /** The delegations it rests on, from the first to itself; the first is handed down by the power's origin. */
  readonly chain: readonly string[];
  readonly documentNumber: string;
}

/** The moment a question is about: a day of the calendar, and the instant up to which events count. */
export interface Moment {
  readonly on: Day;
  readonly at: number;
}

/** Why a single delegation does not hold at a moment, or null when it does. */
export type Lapse = 'not-begun' | 'over' | 'not-accepted' | 'ended';

export function lapseOf(delegation: Delegation, { on, at }: Moment): Lapse | null {
  if (delegation.acceptedAt === null || delegation.acceptedAt > at) return 'not-accepted';
  if (delegation.endedAt !== null && delegation.endedAt <= at) return 'ended';
  if (on < delegation.effectiveFrom) return 'not-begun';
  if (delegation.effectiveTo !== null && on > delegation.effectiveTo) return 'over';
  return null;
}

/**
 * The days a delegation takes up, so that no other may be given for them: its own, and once it has ended those before
 * the day of its end, on which the power may be granted anew. One that ended unaccepted was never in force and takes up
 * none.
 */
export function daysTaken(delegation: Delegation): Pick<Delegation, 'effectiveFrom' | 'effectiveTo'> | null {
  const { effectiveFrom, effectiveTo, acceptedAt, endedAt } = delegation;
  if (endedAt === null) return { effectiveFrom, effectiveTo };
  const eve = addDays(dayInShanghai(new Date(endedAt)), -1);
  if (acceptedAt === null || eve < effectiveFrom) return null;
  return { effectiveFrom, effectiveTo: effectiveTo !== null && effectiveTo < eve ? effectiveTo : eve };
}

/** Whether two spans of days, the last days included, have a day in common. */
export function daysMeet(one: Pick<Delegation, 'effectiveFrom' | 'effectiveTo'>, other: typeof one): boolean {
  const last = '9999-12-31';
  return one.effectiveFrom <= (other.effectiveTo ?? last) && other.effectiveFrom <= (one.effectiveTo ?? last);
}
