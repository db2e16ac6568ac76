import type { Bound, Scales } from '#libs/law';
import { percentOf, type Motion, type MotionResult, type Sum, type Tests } from '#libs/tally';
import { formatArea, formatCount, share } from '../../format.js';

export type ScaleName = keyof Scales<unknown>;

export const SCALES: readonly ScaleName[] = ['heads', 'weight'];

/** One bar: what there is, of how much, and what it takes. */
export interface Scale {
  readonly name: ScaleName;
  readonly have: bigint;
  /** What it is measured against. */
  readonly base: bigint;
  /** Null where nothing is asked. */
  readonly bound: Bound | null;
  readonly need: bigint | null;
  readonly isMet: boolean;
}

/** An area of 0.01 ㎡ as people read it; its sign is told in words. */
export function areaOf(weight: bigint): string {
  const digits = String(weight < 0n ? -weight : weight).padStart(3, '0');
  return formatArea(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

/** Heads as people read them; never more than fit a number, as the bundle's reader sees to. */
export function headsOf(heads: bigint): string {
  return formatCount(Number(heads < 0n ? -heads : heads));
}

export function percent(part: bigint, whole: bigint): string {
  const cut = percentOf(part, whole);
  return cut === null ? '–' : `${cut}%`;
}

/** A length in percent of a track, only for drawing: nothing is decided on it. */
export function lengthOf(part: bigint, whole: bigint): number {
  return Math.min(100, share(Number(part), Number(whole)));
}

/** Both bars of a test. Those who took part are what the quorum has. */
export function scalesOf(
  bounds: Scales<Bound | null>,
  tests: Tests,
  { quorum, electorate }: { readonly quorum: Tests; readonly electorate: Sum },
): readonly Scale[] {
  return SCALES.map((name) => {
    const [bound, { have, need, met }] = [bounds[name], tests[name]];
    const base = BigInt(bound?.base === 'participants' ? quorum[name].have : electorate[name]);
    return { name, have: BigInt(have), base, bound, need: need === null ? null : BigInt(need), isMet: met };
  });
}

/** What there is above the need, and what is short of it, scale by scale. */
export interface Spare {
  readonly over: readonly { readonly name: ScaleName; readonly amount: bigint }[];
  readonly short: readonly { readonly name: ScaleName; readonly amount: bigint }[];
}

export function spareOf({ margin }: Pick<MotionResult, 'margin'>): Spare {
  const told = SCALES.flatMap((name) => {
    const amount = margin[name];
    return amount === null ? [] : [{ name, amount: BigInt(amount) }];
  });
  return { over: told.filter(({ amount }) => amount >= 0n), short: told.filter(({ amount }) => amount < 0n) };
}

/** No quorum although both bounds are met: nobody took part, or there is nothing to measure against. */
export function hasNothingToCount({ outcome, quorum }: MotionResult): boolean {
  return outcome === 'NO_QUORUM' && SCALES.every((name) => quorum[name].met);
}

/** A motion with what came of it. */
export interface Told {
  readonly motion: Motion;
  readonly result: MotionResult;
}

/** A motion by itself, or an election, of which each candidate is a motion called `ELECTION/CANDIDATE`. */
export type Entry =
  | ({ readonly kind: 'motion' } & Told)
  | { readonly kind: 'election'; readonly title: string; readonly candidates: readonly Candidate[] };

export interface Candidate extends Told {
  readonly name: string;
}

/** Those who say the same of quorum and rule stand in one election; others only happen to be called alike. */
function electionOf({ motion, result }: Told): string | null {
  const [election, candidate] = motion.id.split('/');
  if (motion.options !== null || !election || !candidate) return null;
  return JSON.stringify([election, motion.rule, result.quorum]);
}

/** What all titles begin with, up to a colon; what follows is a name. */
function commonTitle(titles: readonly string[]): string {
  const [first = ''] = titles;
  const end = Math.max(first.lastIndexOf('：'), first.lastIndexOf(': '));
  const common = end < 0 ? '' : first.slice(0, end + 1);
  return titles.every((title) => title.startsWith(common) && title.length > common.length) ? common : '';
}

function byApprovals({ result: some }: Told, { result: other }: Told): number {
  const [mine, theirs] = [some.approval, other.approval];
  if (mine.heads.have !== theirs.heads.have) return theirs.heads.have - mine.heads.have;
  const difference = BigInt(theirs.weight.have) - BigInt(mine.weight.have);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

function asElection(told: readonly Told[]): Entry {
  const common = commonTitle(told.map(({ motion }) => motion.title));
  const [first] = told;
  const candidates = told.map((each) => {
    const { id, title } = each.motion;
    return { ...each, name: title.slice(common.length).trim() || id };
  });
  const title = common.replace(/[：:]$/, '') || (first?.motion.id.split('/')[0] ?? '');
  return { kind: 'election', title, candidates: candidates.sort(byApprovals) };
}

/** The motions in their order; candidates of one election together, those with most approvals first. */
export function entriesOf(all: readonly Told[]): readonly Entry[] {
  const groups = new Map<string, Told[]>();
  for (const told of all) {
    // No election is called by a single number, so that motions never meet one.
    const key = electionOf(told) ?? String(groups.size);
    groups.set(key, [...(groups.get(key) ?? []), told]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Told];
    return group.length === 1 ? { kind: 'motion', ...first } : asElection(group);
  });
}
