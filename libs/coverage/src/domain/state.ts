/** The states of a verdict (覆盖状态), from domain practice: what the evidence says on the day. */
export const STATES = [
  'COVERED',
  'COVERED_WITH_DEFECT',
  'STALE',
  'UNVERIFIED',
  'NOT_COVERED',
  'NOT_APPLICABLE',
] as const;

export type State = (typeof STATES)[number];

/** The targets: service, committee, its party organisation, and the company's, by company (A) and by compound (B). */
export const TARGETS = ['C1', 'C2', 'C3', 'C4A', 'C4B'] as const;

export type Target = (typeof TARGETS)[number];

/** Three ways to count: by organisation only, with work and the unverified, and with what lists merely say. */
export const BASES = ['strict', 'broad', 'claimed'] as const;

export type Basis = (typeof BASES)[number];

const GOODNESS: Readonly<Record<State, number>> = {
  COVERED: 5,
  COVERED_WITH_DEFECT: 4,
  UNVERIFIED: 3,
  STALE: 2,
  NOT_COVERED: 1,
  NOT_APPLICABLE: 0,
};

/** What a verdict or a piece of evidence amounts to. */
export interface Standing {
  readonly state: State;
  /** Cover by work only, such as an instructor; counts on the broad basis and not on the strict one. */
  readonly byWork: boolean;
}

/** Whether a standing counts as covered by the organisation itself. */
export function isStrict(standing: Standing): boolean {
  return (standing.state === 'COVERED' || standing.state === 'COVERED_WITH_DEFECT') && !standing.byWork;
}

/** Orders standings: organisation before work, then by state; higher is better. */
export function goodness(standing: Standing): number {
  return GOODNESS[standing.state] + (isStrict(standing) ? 10 : 0);
}

/** The worse of two states, by which several findings on one piece of evidence combine. */
export function worse(a: State, b: State): State {
  return GOODNESS[a] <= GOODNESS[b] ? a : b;
}
