import type { Elector } from '../bundle/bundle.js';

/** Parties added up on both scales. */
export interface Sum {
  readonly parties: number;
  readonly heads: number;
  readonly weight: bigint;
}

export const NOBODY: Sum = { parties: 0, heads: 0, weight: 0n };

export function sumOf(electors: Iterable<Elector>): Sum {
  let [parties, heads, weight] = [0, 0, 0n];
  for (const elector of electors) {
    parties += 1;
    heads += elector.heads;
    weight += elector.weight;
  }
  return { parties, heads, weight };
}

export function plus(some: Sum, other: Sum): Sum {
  return {
    parties: some.parties + other.parties,
    heads: some.heads + other.heads,
    weight: some.weight + other.weight,
  };
}

export function minus(whole: Sum, part: Sum): Sum {
  return {
    parties: whole.parties - part.parties,
    heads: whole.heads - part.heads,
    weight: whole.weight - part.weight,
  };
}

/** An amount as it is told: weight as a text, since it may be longer than any number of JSON. */
export interface Amount {
  readonly heads: number;
  readonly weight: string;
}

export function amountOf({ heads, weight }: Sum): Amount {
  return { heads, weight: String(weight) };
}

/**
 * A share in percent with two decimals, cut off and never rounded up, for people: nothing is decided on it. Null when
 * there is nothing to divide by.
 */
export function percentOf(part: bigint, whole: bigint): string | null {
  if (whole === 0n) return null;
  const hundredths = (part * 10_000n) / whole;
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
