import type { InvalidTreatment, VotingRule } from '#libs/law';
import { choicesOf, type DrawnLot, type Motion, type Poll } from '../bundle/bundle.js';
import { marginOf, type Margin } from './margin.js';
import { amountOf, minus, NOBODY, plus, sumOf, type Amount, type Sum } from './sum.js';
import { verdictOf, type Outcome, type Tests, type Verdict } from './verdict.js';

/** One option of a motion, tested alone. */
export interface OptionResult {
  readonly choice: string;
  readonly outcome: Outcome;
  readonly approval: Tests;
}

/** What would come out if invalid ballots were treated the other way; only where something else would. */
export interface Sensitivity {
  readonly invalid: InvalidTreatment;
  readonly outcome: Outcome;
  readonly options?: readonly Pick<OptionResult, 'choice' | 'outcome'>[];
}

export interface MotionResult extends Verdict {
  readonly id: string;
  readonly counts: Readonly<Record<string, Amount>>;
  /** Those on the roll without a ballot. */
  readonly absent: Amount;
  readonly options?: readonly OptionResult[];
  readonly margin: Margin;
  readonly sensitive: readonly Sensitivity[];
}

export interface Recount {
  readonly motions: readonly MotionResult[];
  /** As the bundle tells them; only where it does. */
  readonly lots?: readonly DrawnLot[];
}

/** The votes of a motion by what they say, every choice in its order. */
export function countsOf(motion: Motion): ReadonlyMap<string, Sum> {
  const sums = new Map(choicesOf(motion).map((choice) => [choice, { parties: 0, heads: 0, weight: 0n }]));
  for (const { elector, choice } of motion.votes) {
    const sum = sums.get(choice);
    // A motion made without the reader is as wrong as one that the reader refuses; stopping beats a wrong count.
    if (!sum) throw new Error(`${motion.id} has no choice ${choice}`);
    sum.parties += 1;
    sum.heads += elector.heads;
    sum.weight += elector.weight;
  }
  return sums;
}

interface Judged extends Verdict {
  readonly options: readonly OptionResult[] | null;
}

/** Abstaining is taking part; an invalid ballot takes part where the rule says so, and never approves. */
function judge(motion: Motion, counts: ReadonlyMap<string, Sum>, electorate: Sum, invalid: InvalidTreatment): Judged {
  const part = [...counts].filter(([choice]) => choice !== 'invalid' || invalid === 'as_abstain');
  const participants = part.map(([, sum]) => sum).reduce(plus, NOBODY);
  const of = (choice: string): Verdict =>
    verdictOf(motion.rule, { electorate, participants, inFavour: counts.get(choice) ?? NOBODY });
  if (motion.options === null) return { ...of('for'), options: null };
  const options = motion.options.map((choice) => ({ choice, ...of(choice) }));
  const [leading] = [...options].sort(
    (some, other) => isAdopted(other) - isAdopted(some) || more(counts, other.choice, some.choice),
  ) as [Verdict & OptionResult];
  return {
    outcome: leading.outcome,
    quorum: leading.quorum,
    approval: leading.approval,
    options: options.map(({ choice, outcome, approval }) => ({ choice, outcome, approval })),
  };
}

function isAdopted({ outcome }: OptionResult): number {
  return outcome === 'ADOPTED' ? 1 : 0;
}

/** By heads, then by weight; of equals the one that was put first leads. */
function more(counts: ReadonlyMap<string, Sum>, choice: string, than: string): number {
  const [some, other] = [counts.get(choice) ?? NOBODY, counts.get(than) ?? NOBODY];
  if (some.heads !== other.heads) return some.heads - other.heads;
  return some.weight === other.weight ? 0 : some.weight > other.weight ? 1 : -1;
}

function outcomesOf({ outcome, options }: Judged): Omit<Sensitivity, 'invalid'> {
  return options === null
    ? { outcome }
    : { outcome, options: options.map(({ choice, outcome: own }) => ({ choice, outcome: own })) };
}

function sensitivities(judged: Judged, treatedOtherwise: Judged, invalid: InvalidTreatment): readonly Sensitivity[] {
  const other = outcomesOf(treatedOtherwise);
  return JSON.stringify(outcomesOf(judged)) === JSON.stringify(other) ? [] : [{ invalid, ...other }];
}

function otherTreatment({ invalid }: VotingRule): InvalidTreatment {
  return invalid === 'exclude' ? 'as_abstain' : 'exclude';
}

/** Counts one motion against the parties of the roll, and tells what the count hangs on. */
export function recountMotion(motion: Motion, electorate: Sum): MotionResult {
  const counts = countsOf(motion);
  const judged = judge(motion, counts, electorate, motion.rule.invalid);
  const other = otherTreatment(motion.rule);
  const { outcome, quorum, approval, options } = judged;
  const returned = [...counts.values()].reduce(plus, NOBODY);
  return {
    id: motion.id,
    outcome,
    quorum,
    approval,
    counts: Object.fromEntries([...counts].map(([choice, sum]) => [choice, amountOf(sum)])),
    absent: amountOf(minus(electorate, returned)),
    ...(options ? { options } : {}),
    margin: marginOf(judged),
    sensitive: sensitivities(judged, judge(motion, counts, electorate, other), other),
  };
}

/** Counts every motion. Exact on both scales, whatever the order of the ballots. */
export function recount({ roll, motions, lots }: Poll): Recount {
  const electorate = sumOf(roll);
  return { motions: motions.map((motion) => recountMotion(motion, electorate)), ...(lots ? { lots } : {}) };
}
