import type { MotionResult } from '../../../api/votes/results.js';

/** Which sentence tells a margin, and the amounts in it without their signs. */
export interface MarginWords {
  readonly key: 'spare' | 'short' | 'shortHeads' | 'shortWeight';
  readonly heads: number;
  readonly weight: string;
}

/** What is to spare, or missing, on each measure; null where neither is asked. */
export function marginWords({ heads, weight }: MotionResult['margin']): MarginWords | null {
  if (heads === null && weight === null) return null;
  const [ofHeads, ofWeight] = [heads ?? 0, BigInt(weight ?? '0')];
  const isShortHeads = ofHeads < 0;
  const isShortWeight = ofWeight < 0n;
  const key = isShortHeads ? (isShortWeight ? 'short' : 'shortHeads') : isShortWeight ? 'shortWeight' : 'spare';
  return { key, heads: Math.abs(ofHeads), weight: String(isShortWeight ? -ofWeight : ofWeight) };
}

/** Choices in the order in which people read them; all else, as options and candidates, between them. */
const ORDER = ['for', 'against', 'abstain', 'invalid'];

export function orderedCounts(counts: MotionResult['counts']): readonly [string, { heads: number; weight: string }][] {
  const rank = (choice: string): number => (choice === 'for' ? -1 : ORDER.indexOf(choice));
  return Object.entries(counts).sort(([one], [other]) => rank(one) - rank(other));
}
