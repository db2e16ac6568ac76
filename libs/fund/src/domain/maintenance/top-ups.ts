/** A sub-account with what was first paid into it, in fen. */
export interface FundedHome {
  readonly first: bigint;
  readonly balance: bigint;
}

/** What a sub-account lacks. */
export interface TopUp {
  /** Until it stands at the line again. */
  readonly missing: bigint;
  /** Until it holds what was first paid in. */
  readonly toFirst: bigint;
}

/**
 * 续交 (住宅专项维修资金管理办法 17): a sub-account that holds less than so many percent of the first deposit is topped up; one
 * that holds exactly that much is not. Without a first deposit nobody can tell.
 */
export function topUpOf({ first, balance }: FundedHome, percent: number): TopUp | null {
  if (first <= 0n || balance * 100n >= first * BigInt(percent)) return null;
  const line = (first * BigInt(percent) + 99n) / 100n;
  return { missing: line - balance, toFirst: first - balance };
}
