import {
  BUNDLE_FORMAT,
  choicesOf,
  type Bundle,
  type Elector,
  type Motion,
  type Poll,
  type Vote,
} from '../bundle/bundle.js';
import { lotsOf } from '../bundle/lots-of.js';
import { NOBODY, sumOf, type Sum } from '../counting/sum.js';

/**
 * The sums hide nobody while they are sums of few: the areas of a handful can be tried out until they add up. With
 * thirty there are a thousand times more ways to divide them than sums that can come out.
 */
export const LEAST_IN_SUMS = 30;

/** Voters of the same heads and weight: published one by one, their lines lead to all of them alike. */
interface Group {
  readonly elector: Elector;
  readonly votes: readonly Vote[];
}

function groupsOf(votes: readonly Vote[]): readonly Group[] {
  const groups = new Map<string, { elector: Elector; votes: Vote[] }>();
  for (const vote of votes) {
    const { heads, weight } = vote.elector;
    const group = groups.get(`${heads}/${weight}`);
    if (group) group.votes.push(vote);
    else groups.set(`${heads}/${weight}`, { elector: vote.elector, votes: [vote] });
  }
  return [...groups.values()];
}

/**
 * Nobody stands alone where at least two choices were made, each by at least two: then neither a stranger nor any one
 * of the voters, who knows one of the lines, can tell whose another is.
 */
function nobodyStandsAlone(votes: readonly Vote[]): boolean {
  const byChoice = new Map<string, number>();
  for (const { choice } of votes) byChoice.set(choice, (byChoice.get(choice) ?? 0) + 1);
  return byChoice.size >= 2 && [...byChoice.values()].every((count) => count >= 2);
}

function hidesEnough(rest: readonly Vote[]): boolean {
  return rest.length === 0 || (rest.length >= LEAST_IN_SUMS && nobodyStandsAlone(rest));
}

/** The smallest groups first; of equals the heavier, whatever the order of the ballots was. */
function bySize({ elector: some, votes: those }: Group, { elector: other, votes: these }: Group): number {
  if (those.length !== these.length) return those.length - these.length;
  if (some.weight !== other.weight) return some.weight > other.weight ? -1 : 1;
  return other.heads - some.heads;
}

interface Guarded {
  /** Votes that may be published one by one with their weight, though without their party. */
  readonly open: readonly Vote[];
  /** Votes that are published only as one sum for each choice. */
  readonly summed: readonly Vote[];
}

/** Parts the votes of a motion; where the rest would be too few, the smallest open groups go to it, if need be all. */
export function guard(votes: readonly Vote[]): Guarded {
  const groups = groupsOf(votes);
  const open = groups.filter((group) => nobodyStandsAlone(group.votes)).sort(bySize);
  const summed = groups.filter((group) => !open.includes(group)).flatMap((group) => group.votes);
  while (open.length > 0 && !hidesEnough(summed)) summed.push(...(open.shift() as Group).votes);
  return { open: open.flatMap((group) => group.votes), summed };
}

interface Line extends Sum {
  readonly choice: string | null;
}

/** The lines of a publication in an order that says nothing: by choice, then weight, then heads; then the sums. */
function linesOf(motion: Motion, absent: readonly Elector[]): readonly Line[] {
  const { open, summed } = guard(motion.votes);
  const choices = choicesOf(motion);
  const lines: Line[] = open.map(({ elector, choice }) => ({ ...sumOf([elector]), choice }));
  lines.sort((some, other) => {
    if (some.choice !== other.choice) return choices.indexOf(some.choice ?? '') - choices.indexOf(other.choice ?? '');
    if (some.weight !== other.weight) return some.weight < other.weight ? -1 : 1;
    return some.heads - other.heads;
  });
  for (const choice of choices) {
    const sum = sumOf(summed.filter((vote) => vote.choice === choice).map(({ elector }) => elector));
    if (sum.parties > 0) lines.push({ ...sum, choice });
  }
  return absent.length > 0 ? [...lines, { ...NOBODY, ...sumOf(absent), choice: null }] : lines;
}

/**
 * One motion as it may be published after a secret vote: a bundle that anybody recounts to the very same result, in
 * which no line leads to one voter. A sum stands in it as one party; those who did not vote are one sum as well. Each
 * motion is a bundle of its own, since a voter's answers to ten questions together are as good as a name.
 */
export function publicBundle(poll: Poll, motion: Motion): Bundle {
  const voted = new Set(motion.votes.map(({ elector }) => elector));
  const absent = poll.roll.filter((elector) => !voted.has(elector));
  const lines = linesOf(motion, absent).map((line, at) => ({ ...line, party: String(at + 1) }));
  const { id, title, rule, options } = motion;
  return {
    format: BUNDLE_FORMAT,
    rule,
    roll: lines.map(({ party, heads, weight }) => ({ party, heads, weight: String(weight) })),
    motions: [{ id, ...(title ? { title } : {}), ...(options ? { choices: options } : {}) }],
    ballots: lines.flatMap(({ party, choice }) => (choice === null ? [] : [{ party, motion: id, choice }])),
    ...lotsOf(poll, [motion]),
  };
}
