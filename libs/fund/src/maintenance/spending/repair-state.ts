import type { SpendingRow } from './spendings.queries.js';

export const REPAIR_STATES = ['asked', 'rejected', 'owing', 'paid'] as const;
export type RepairState = (typeof REPAIR_STATES)[number];

/** Where a repair stands: nothing stores it, so nothing can claim it. */
export function stateOfRepair({ approvals, amount, taken, rejected }: SpendingRow): RepairState {
  if (rejected !== null) return 'rejected';
  if (approvals.length < 2) return 'asked';
  return BigInt(amount) === BigInt(taken) ? 'paid' : 'owing';
}
