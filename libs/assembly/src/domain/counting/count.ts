import type { VotingRule } from '#libs/law';
import {
  countElection,
  recount,
  type DrawnLot,
  type Elector,
  type ElectionResult,
  type Motion,
  type MotionResult,
  type Poll,
  type Slip,
  type Vote,
} from '#libs/tally';
import { tickedIn, type AskedMotion } from '../assembly/casting.js';

/** One motion with everything that its count needs. */
export interface CountedMotion extends AskedMotion {
  readonly title: string;
  readonly rule: VotingRule;
  /** Of an election, in the order of the ballot. */
  readonly candidates: readonly { readonly key: string; readonly name: string }[];
  readonly alternates: number;
}

/** The ballot of a party that stands. */
export interface CountedBallot {
  readonly party: string;
  /** In the order of the motions. */
  readonly answers: readonly string[];
}

export interface CountInput {
  readonly roll: readonly Elector[];
  readonly motions: readonly CountedMotion[];
  readonly ballots: readonly CountedBallot[];
  /** Drawn after the count, for whoever publishes it. */
  readonly lots?: readonly DrawnLot[];
}

/** The result of one motion: of an election one result per candidate, and who has a seat. */
export interface MotionCount {
  readonly motion: CountedMotion;
  readonly results: readonly MotionResult[];
  readonly election: ElectionResult | null;
}

/** A candidate is a question of its own: who does not tick the box takes part, and does not approve. */
function voteOnCandidate(elector: Elector, answer: string, key: string): Vote {
  if (answer === 'invalid' || answer === 'against') return { elector, choice: answer };
  return { elector, choice: tickedIn(answer).includes(key) ? 'for' : 'abstain' };
}

/** Every ballot with its elector, looked up once for all motions. */
type Cast = readonly (readonly [elector: Elector, answers: readonly string[]])[];

/** @throws Error for a ballot of somebody not on the roll: it was never let in, and stopping beats a wrong count */
function castBy({ roll, ballots, motions }: CountInput): Cast {
  const electors = new Map(roll.map((elector) => [elector.party, elector]));
  return ballots.map(({ party, answers }) => {
    const elector = electors.get(party);
    if (!elector || answers.length !== motions.length) throw new Error(`${party} fits neither roll nor motions`);
    return [elector, answers] as const;
  });
}

/** The motion of that place, or of an election the question of each candidate. */
function pollMotions(motion: CountedMotion, cast: Cast, at: number): readonly Motion[] {
  const { id, title, rule, kind, offered } = motion;
  const common = { id, title, rule };
  if (kind !== 'election') {
    const plain = ['for', 'against', 'abstain'];
    const options = kind === 'options' ? offered.filter((each) => !plain.includes(each)) : null;
    return [{ ...common, options, votes: cast.map(([elector, said]) => ({ elector, choice: said[at] as string })) }];
  }
  return motion.candidates.map(({ key, name }) => ({
    ...{ id: `${id}/${key}`, title: `${title}：${name}`, rule, options: null },
    votes: cast.map(([elector, said]) => voteOnCandidate(elector, said[at] as string, key)),
  }));
}

function slipOf(elector: Elector, answer: string): Slip {
  if (answer === 'invalid') return { elector, approved: 'invalid' };
  return { elector, approved: answer === 'abstain' || answer === 'against' ? [] : tickedIn(answer) };
}

function motionsOf({ motions }: CountInput, cast: Cast): readonly Motion[] {
  return motions.flatMap((motion, at) => pollMotions(motion, cast, at));
}

/** What is counted, motion by motion: as it is published too. */
export function pollOf(input: CountInput): Poll {
  const { roll, lots = [] } = input;
  return { roll, motions: motionsOf(input, castBy(input)), ...(lots.length > 0 ? { lots } : {}) };
}

/** Counts everything from the raw ballots; no counter is kept anywhere. */
export function countOf(input: CountInput): readonly MotionCount[] {
  const cast = castBy(input);
  const { motions: results } = recount({ roll: input.roll, motions: motionsOf(input, cast) });
  return input.motions.map((motion, at) => ({
    motion,
    results: results.filter(({ id }) => id === motion.id || id.startsWith(`${motion.id}/`)),
    election:
      motion.kind === 'election'
        ? countElection({
            ...{ rule: motion.rule, roll: input.roll, seats: motion.seats ?? 0, alternates: motion.alternates },
            candidates: motion.candidates.map(({ key }) => key),
            slips: cast.map(([elector, said]) => slipOf(elector, said[at] as string)),
          })
        : null,
  }));
}
