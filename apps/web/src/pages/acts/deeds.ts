import type { REASONED_STEPS } from '../../api/devolution.js';

type Reasoned = (typeof REASONED_STEPS)[number];

/** What somebody may do with a case: the acting office handles it, those above it instruct and annul. */
export interface Deeds {
  readonly handles: boolean;
  readonly steps: readonly Reasoned[];
}

const HANDLING: Readonly<Record<string, readonly Reasoned[]>> = {
  'papers-missing': ['refusal', 'withdrawal'],
  accepted: ['suspension', 'refusal', 'withdrawal'],
  suspended: ['resumption', 'withdrawal'],
  reviewed: ['withdrawal'],
  issued: ['revocation'],
};

const SUPERVISING: Readonly<Record<string, readonly Reasoned[]>> = {
  'papers-missing': ['instruction'],
  accepted: ['instruction'],
  suspended: ['instruction'],
  reviewed: ['instruction'],
  issued: ['revocation', 'instruction'],
};

/** @param offices the area codes for whose offices the person works; the code of an area begins with those above it */
export function deedsOf(act: { readonly state: string; readonly office: string }, offices: readonly string[]): Deeds {
  const handles = offices.includes(act.office);
  const isAbove = offices.some((code) => code !== act.office && act.office.startsWith(code));
  const steps = [...(handles ? (HANDLING[act.state] ?? []) : []), ...(isAbove ? (SUPERVISING[act.state] ?? []) : [])];
  return { handles, steps: [...new Set(steps)] };
}
