import type { Bound, Scales, VotingRule } from '#libs/law';
import type { Sum } from './sum.js';

export type Outcome = 'ADOPTED' | 'NOT_ADOPTED' | 'NO_QUORUM';

/** One bound: what there is, the smallest whole number that meets it (null: not asked), and whether it is met. */
export interface Test<T> {
  readonly have: T;
  readonly need: T | null;
  readonly met: boolean;
}

/** The tests of a quorum or of an approval; weight as a text of any length. */
export interface Tests {
  readonly heads: Test<number>;
  readonly weight: Test<string>;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly quorum: Tests;
  readonly approval: Tests;
}

/** The sums that a verdict rests on. */
export interface Sums {
  readonly electorate: Sum;
  readonly participants: Sum;
  readonly inFavour: Sum;
}

/** The smallest whole number that meets the bound. Whole numbers only: 74.9998% is not three quarters. */
export function needOf(bound: Bound, base: bigint): bigint {
  const [numerator, denominator] = bound.fraction.map(BigInt) as [bigint, bigint];
  const below = (base * numerator) / denominator;
  const isExact = below * denominator === base * numerator;
  return bound.op === '>=' && isExact ? below : below + 1n;
}

function needs(bounds: Scales<Bound | null>, sums: Omit<Sums, 'inFavour'>): Scales<bigint | null> {
  const need = (bound: Bound | null, scale: keyof Scales<unknown>): bigint | null =>
    bound && needOf(bound, BigInt(sums[bound.base][scale]));
  return { heads: need(bounds.heads, 'heads'), weight: need(bounds.weight, 'weight') };
}

function tests(have: Sum, need: Scales<bigint | null>): Tests {
  return {
    heads: {
      have: have.heads,
      need: need.heads === null ? null : Number(need.heads),
      met: need.heads === null || BigInt(have.heads) >= need.heads,
    },
    weight: {
      have: String(have.weight),
      need: need.weight === null ? null : String(need.weight),
      met: need.weight === null || have.weight >= need.weight,
    },
  };
}

function areMet({ heads, weight }: Tests): boolean {
  return heads.met && weight.met;
}

/** Whether some bound is measured against nothing: no share of nothing is ever reached. */
function measuresNothing({ quorum, approval }: VotingRule, sums: Sums): boolean {
  return [quorum, approval].some(
    ({ heads, weight }) =>
      (heads !== null && sums[heads.base].heads === 0) || (weight !== null && sums[weight.base].weight === 0n),
  );
}

/** How far a vote has come, which can be told while it is open: who took part says nothing of how. */
export function turnout(rule: VotingRule, sums: Omit<Sums, 'inFavour'>): Tests {
  return tests(sums.participants, needs(rule.quorum, sums));
}

/** Adopted when enough took part and enough of the base approved, by heads and by weight each for itself. */
export function verdictOf(rule: VotingRule, sums: Sums): Verdict {
  const quorum = turnout(rule, sums);
  const approval = tests(sums.inFavour, needs(rule.approval, sums));
  const isQuorate = areMet(quorum) && sums.participants.parties > 0 && !measuresNothing(rule, sums);
  const decided = areMet(approval) ? 'ADOPTED' : 'NOT_ADOPTED';
  return { outcome: isQuorate ? decided : 'NO_QUORUM', quorum, approval };
}
