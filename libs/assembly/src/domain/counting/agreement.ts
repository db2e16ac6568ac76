import type { MotionCount } from './count.js';

/** One choice of one motion, as the statement in the database summed and judged it. */
export interface CountedChoice {
  /** Place of the motion among the answers, from 1. */
  readonly place: number;
  readonly choice: string;
  readonly heads: number;
  readonly weight: string;
  readonly takenPartHeads: number;
  readonly takenPartWeight: string;
  readonly isAdopted: boolean;
}

/** What one tally says of a choice that can be adopted, in one line that the other must say as well. */
function line(place: number, choice: string, said: Omit<CountedChoice, 'place' | 'choice'>): string {
  const { heads, weight, takenPartHeads, takenPartWeight, isAdopted } = said;
  const verdict = isAdopted ? 'adopted' : 'not adopted';
  return `${place}:${choice} ${heads}/${weight} of ${takenPartHeads}/${takenPartWeight} ${verdict}`;
}

function linesOf({ motion, results }: MotionCount, place: number): readonly string[] {
  const { kind, candidates } = motion;
  return results.flatMap((result, at) => {
    const tookPart = { takenPartHeads: result.quorum.heads.have, takenPartWeight: result.quorum.weight.have };
    const of = (choice: string, counted: string, isAdopted: boolean): string => {
      const { heads, weight } = result.counts[counted] ?? { heads: 0, weight: '0' };
      return line(place, choice, { heads, weight, ...tookPart, isAdopted });
    };
    if (result.options) return result.options.map((each) => of(each.choice, each.choice, each.outcome === 'ADOPTED'));
    const choice = kind === 'election' ? (candidates[at]?.key ?? '') : 'for';
    return [of(choice, 'for', result.outcome === 'ADOPTED')];
  });
}

/**
 * Where the two tallies do not say the same: one is this code over the ballots, the other a statement in the database.
 * Only a result on which they agree is certified.
 */
export function disagreements(counts: readonly MotionCount[], inDatabase: readonly CountedChoice[]): readonly string[] {
  const ours = counts.flatMap((count, at) => linesOf(count, at + 1));
  const theirs = inDatabase.map(({ place, choice, ...said }) => line(place, choice, said));
  return [
    ...ours.filter((each) => !theirs.includes(each)).map((each) => `+ ${each}`),
    ...theirs.filter((each) => !ours.includes(each)).map((each) => `- ${each}`),
  ];
}
