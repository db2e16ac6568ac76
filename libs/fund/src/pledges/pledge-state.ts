import type { Day } from '#libs/kernel';

export const PLEDGE_STATES = ['open', 'part-kept', 'kept', 'overdue', 'withdrawn'] as const;
/** 待到账、部分到账、已到账、逾期未到、已撤回. */
export type PledgeState = (typeof PLEDGE_STATES)[number];

/** 认捐 as it stands: what was promised, what came of it, in fen. */
export interface PledgeFacts {
  readonly amount: bigint;
  /** Reversed receipts aside. */
  readonly received: bigint;
  readonly dueOn: Day | null;
  readonly isWithdrawn: boolean;
}

/** Told from its dates and from what came in, never ticked. */
export function pledgeState({ amount, received, dueOn, isWithdrawn }: PledgeFacts, today: Day): PledgeState {
  if (received >= amount) return 'kept';
  if (isWithdrawn) return 'withdrawn';
  if (dueOn !== null && dueOn < today) return 'overdue';
  return received > 0n ? 'part-kept' : 'open';
}

/** What is still expected of it, in fen: nothing of one that was withdrawn. */
export function outstandingOf({ amount, received, isWithdrawn }: PledgeFacts): bigint {
  return isWithdrawn || received >= amount ? 0n : amount - received;
}

/** Why so much more cannot come in under it. */
export function keepingFault(facts: PledgeFacts, more: bigint): 'pledge.over' | 'pledge.exceeded' | null {
  const left = outstandingOf(facts);
  if (left === 0n) return 'pledge.over';
  return more > left ? 'pledge.exceeded' : null;
}
