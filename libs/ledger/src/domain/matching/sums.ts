/** How many parts a sum is looked for in at most, and how many steps one search may take. */
const MOST_PARTS = 4;
const MOST_STEPS = 4_000;

interface Part {
  readonly amount: bigint;
}

/**
 * The first few sets of two to four parts that sum to an amount, all in its direction; those that come first are tried
 * first. A search that takes too long finds what it found.
 */
export function setsSummingTo<T extends Part>(
  amount: bigint,
  all: readonly T[],
  most: number,
): readonly (readonly T[])[] {
  const sign = amount < 0n ? -1n : 1n;
  const parts = all.filter((part) => part.amount * sign > 0n && part.amount * sign < amount * sign);
  const found: (readonly T[])[] = [];
  let steps = 0;
  const search = (from: number, left: bigint, chosen: readonly T[]): void => {
    for (let at = from; at < parts.length && found.length < most; at += 1) {
      steps += 1;
      if (steps > MOST_STEPS) return;
      const part = parts[at] as T;
      const rest = left - part.amount;
      if (rest === 0n && chosen.length > 0) found.push([...chosen, part]);
      else if (rest * sign > 0n && chosen.length + 1 < MOST_PARTS) search(at + 1, rest, [...chosen, part]);
    }
  };
  search(0, amount, []);
  return found;
}
