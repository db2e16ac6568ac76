import type { VotingRule } from '#libs/law';
import type { Elector } from '../bundle/bundle.js';
import { NOBODY, plus, sumOf, type Sum } from '../counting/sum.js';
import { turnout, verdictOf, type Tests, type Verdict } from '../counting/verdict.js';

/** One ballot of an election: the candidates whose boxes were ticked (none: it abstains), or an invalid one. */
export interface Slip {
  readonly elector: Elector;
  readonly approved: readonly string[] | 'invalid';
}

/** An election of several seats. What was published beforehand as its method is all in here. */
export interface Election {
  readonly rule: VotingRule;
  readonly roll: readonly Elector[];
  readonly candidates: readonly string[];
  readonly slips: readonly Slip[];
  readonly seats: number;
  /** How many that pass and find no seat stand by, in order of their votes. */
  readonly alternates: number;
  /** Candidates in the order that a public lot gave them, drawn after the count where equals stood at a border. */
  readonly lot?: readonly string[];
}

export interface CandidateResult extends Omit<Verdict, 'quorum'> {
  readonly candidate: string;
}

/** Equals at a border, in the order of their names: a public lot decides, and the count is made again with it. */
export interface LotNeeded {
  readonly among: readonly string[];
  readonly for: 'seats' | 'alternates';
  readonly places: number;
}

export interface ElectionResult {
  readonly quorum: Tests;
  /** As many as there are candidates, those with most approvals first. */
  readonly candidates: readonly CandidateResult[];
  readonly elected: readonly string[];
  readonly alternates: readonly string[];
  readonly vacant: number;
  readonly lotNeeded: LotNeeded | null;
}

/** What is to be filled, and in which order the lots that were drawn put those who are equal. */
export type Places = Pick<Election, 'seats' | 'alternates' | 'lot'>;

export type Seating = Omit<ElectionResult, 'quorum' | 'candidates'>;

function approvals({ candidates, slips }: Election): ReadonlyMap<string, Sum> {
  const sums = new Map(candidates.map((candidate) => [candidate, NOBODY]));
  for (const { elector, approved } of slips) {
    if (approved === 'invalid') continue;
    for (const candidate of new Set(approved)) {
      const sum = sums.get(candidate);
      // Whoever gathers the slips knows the candidates; stopping beats a vote that counts for nobody.
      if (!sum) throw new Error(`${candidate} is no candidate`);
      sums.set(candidate, plus(sum, sumOf([elector])));
    }
  }
  return sums;
}

/** More heads first, then more weight: the ranking that the method publishes, since the law is silent. */
function byApprovals({ approval: some }: CandidateResult, { approval: other }: CandidateResult): number {
  if (some.heads.have !== other.heads.have) return other.heads.have - some.heads.have;
  const [mine, theirs] = [BigInt(some.weight.have), BigInt(other.weight.have)];
  return mine === theirs ? 0 : mine < theirs ? 1 : -1;
}

/** Candidates in groups of equals, the highest first; a lot parts the equals that it names. */
function groupsOf(passing: readonly CandidateResult[], lot: readonly string[]): CandidateResult[][] {
  const drawn = ({ candidate }: CandidateResult): number =>
    lot.includes(candidate) ? lot.indexOf(candidate) : lot.length;
  const groups: CandidateResult[][] = [];
  for (const each of [...passing].sort((some, other) => byApprovals(some, other) || drawn(some) - drawn(other))) {
    const equals = groups.at(-1);
    const [first] = equals ?? [];
    const isEqual = first && byApprovals(first, each) === 0 && drawn(first) === drawn(each);
    if (equals && isEqual) equals.push(each);
    else groups.push([each]);
  }
  return groups;
}

/**
 * Seats, then alternates, from the top of those that pass. Equals whose order matters stop it until a lot is drawn,
 * with which the very same candidates are seated again.
 */
export function seated(candidates: readonly CandidateResult[], { seats: all, alternates: most, lot }: Places): Seating {
  const [elected, alternates]: [string[], string[]] = [[], []];
  let lotNeeded: LotNeeded | null = null;
  const passing = candidates.filter(({ outcome }) => outcome === 'ADOPTED');
  for (const group of groupsOf(passing, lot ?? [])) {
    const names = group.map(({ candidate }) => candidate);
    const [seats, places] = [all - elected.length, most - alternates.length];
    if (seats >= names.length) elected.push(...names);
    else if (seats === 0 && places === 0) break;
    else if (names.length === 1) alternates.push(...names);
    else {
      const border = seats > 0 ? ({ for: 'seats', places: seats } as const) : ({ for: 'alternates', places } as const);
      lotNeeded = { among: [...names].sort(), ...border };
      break;
    }
  }
  return { elected, alternates, vacant: all - elected.length, lotNeeded };
}

/**
 * Counts an election: each candidate alone must pass the rule against all who took part. Seats go to the highest of
 * those that pass; the next that pass stand by. Without a quorum nobody is elected.
 */
export function countElection(election: Election): ElectionResult {
  const { rule, slips } = election;
  const took = slips.filter(({ approved }) => approved !== 'invalid' || rule.invalid === 'as_abstain');
  const participants = sumOf(took.map(({ elector }) => elector));
  const sums = { electorate: sumOf(election.roll), participants };
  const candidates = [...approvals(election)].map(([candidate, inFavour]) => {
    const { outcome, approval } = verdictOf(rule, { ...sums, inFavour });
    return { candidate, outcome, approval };
  });
  candidates.sort(byApprovals);
  return { quorum: turnout(rule, sums), candidates, ...seated(candidates, election) };
}

/** Whether a committee stands: all seats taken, enough of them where the rules say so (杭州 27), or not yet. */
export type Formation = 'COMPLETE' | 'PARTIAL' | 'BY_ELECTION_FIRST';

/** `least`: the legal minimum of members, where the rules let a part of the committee stand; else null. */
export function formationOf(elected: number, seats: number, least: number | null): Formation {
  if (elected >= seats) return 'COMPLETE';
  return least !== null && elected >= least && 2 * elected > seats ? 'PARTIAL' : 'BY_ELECTION_FIRST';
}
