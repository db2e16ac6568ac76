/**
 * Shares `total` out over weights by largest remainder (ties to the earlier one), at least one each; the sum is exact.
 * The demo's compounds are spread over the sub-districts and towns by it.
 */
export function spread(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const free = total - weights.length;
  const exact = weights.map((weight) => (free * weight) / sum);
  const shares = exact.map((share) => 1 + Math.floor(share));
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = total - shares.reduce((all, share) => all + share, 0);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    shares[index] = (shares[index] as number) + 1;
    left -= 1;
  }
  return shares;
}
