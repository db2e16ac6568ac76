import type { State, Target } from '../api/types.js';

/** From the best state to what does not count, as lists and legends show them. */
export const STATES: readonly State[] = [
  'COVERED',
  'COVERED_WITH_DEFECT',
  'UNVERIFIED',
  'STALE',
  'NOT_COVERED',
  'NOT_APPLICABLE',
];

/** What somebody has to do something about. */
export const OPEN_STATES: readonly State[] = ['NOT_COVERED', 'STALE', 'UNVERIFIED', 'COVERED_WITH_DEFECT'];

export const TARGETS: readonly Target[] = ['C1', 'C2', 'C3', 'C4A', 'C4B'];

export const STATE_SHAPE: Readonly<Record<State, string>> = {
  COVERED: '●',
  COVERED_WITH_DEFECT: '◐',
  UNVERIFIED: '◔',
  STALE: '◌',
  NOT_COVERED: '○',
  NOT_APPLICABLE: '–',
};

export const STATE_CLASS: Readonly<Record<State, string>> = {
  COVERED: 'covered',
  COVERED_WITH_DEFECT: 'defect',
  UNVERIFIED: 'unverified',
  STALE: 'stale',
  NOT_COVERED: 'not-covered',
  NOT_APPLICABLE: 'not-applicable',
};
