/** One of those among whom an amount is split, by a weight that is never less than nothing. */
export interface Part {
  /** Each part's own, in the order in which fen of equal claim are given: the address before the id. */
  readonly key: string;
  readonly weight: bigint;
}

interface Claim {
  readonly key: string;
  readonly remainder: bigint;
}

const byKey = (one: Claim, other: Claim): number => (one.key < other.key ? -1 : 1);

/** The larger remainder first; of equal remainders the key that comes first, whatever order the parts came in. */
function byClaim(one: Claim, other: Claim): number {
  if (one.remainder !== other.remainder) return one.remainder > other.remainder ? -1 : 1;
  return byKey(one, other);
}

/**
 * 最大余数法: splits whole fen in proportion to weights. Everybody gets their share rounded down; the fen that are left go
 * to the largest remainders, one each. Sums to the total exactly; nobody gets less than nothing or a fen more than the
 * share rounded up. Without any weight there is nobody to give to, and the answer is empty.
 */
export function allot(total: bigint, parts: readonly Part[]): ReadonlyMap<string, bigint> {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0n);
  if (weights === 0n) return new Map();
  const shares = new Map(parts.map(({ key, weight }) => [key, (total * weight) / weights]));
  const claims = parts.map(({ key, weight }) => ({ key, remainder: (total * weight) % weights })).toSorted(byClaim);
  const left = total - [...shares.values()].reduce((sum, share) => sum + share, 0n);
  for (const { key } of claims.slice(0, Number(left))) shares.set(key, (shares.get(key) ?? 0n) + 1n);
  return shares;
}
