import { truncatedRate } from '#libs/kernel';
import { STATES, type Basis, type Standing, type State } from './state.js';

/** Slots of one target at one node: the six states, cover by work among them, and claims without evidence. */
export const SLOTS = STATES.length + 2;
const BY_WORK = STATES.length;
const CLAIMED = STATES.length + 1;

/** A verdict in one small number, so that a province fits into memory: state in the low bits, then two flags. */
export function pack(verdict: Standing & { readonly claimed: boolean }): number {
  return STATES.indexOf(verdict.state) | (verdict.byWork ? 8 : 0) | (verdict.claimed ? 16 : 0);
}

export function stateOf(packed: number): State {
  return STATES[packed & 7] as State;
}

function isClaimedOnly(packed: number): boolean {
  return (packed & 16) !== 0;
}

/** Adds one packed verdict to the slots that begin at `at`. */
export function addTo(counts: Int32Array, at: number, packed: number): void {
  const state = packed & 7;
  counts[at + state] = (counts[at + state] as number) + 1;
  // Only covered states count as cover by work; an unverified one is in the broad count already.
  if ((packed & 8) !== 0 && state <= 1) counts[at + BY_WORK] = (counts[at + BY_WORK] as number) + 1;
  if ((packed & 16) !== 0) counts[at + CLAIMED] = (counts[at + CLAIMED] as number) + 1;
}

/** The numbers of one target at one node. */
export interface TargetCount {
  readonly denominator: number;
  readonly states: Readonly<Record<State, number>>;
  readonly numerators: Readonly<Record<Basis, number>>;
}

/** Reads the slots back as numbers that people and programs ask for. */
export function countAt(counts: Int32Array, at: number): TargetCount {
  const slot = (n: number): number => counts[at + n] as number;
  // In the order of STATES; written out, since a board reads thousands of these.
  const states: Record<State, number> = {
    COVERED: slot(0),
    COVERED_WITH_DEFECT: slot(1),
    STALE: slot(2),
    UNVERIFIED: slot(3),
    NOT_COVERED: slot(4),
    NOT_APPLICABLE: slot(5),
  };
  const covered = states.COVERED + states.COVERED_WITH_DEFECT;
  const strict = covered - slot(BY_WORK);
  const broad = covered + states.UNVERIFIED;
  return {
    denominator: broad + states.STALE + states.NOT_COVERED,
    states,
    numerators: { strict, broad, claimed: broad + slot(CLAIMED) },
  };
}

/** Whether one packed verdict counts on a basis. */
export function countsOn(packed: number, basis: Basis): boolean {
  const state = packed & 7;
  if (state <= 1) return basis !== 'strict' || (packed & 8) === 0;
  if (stateOf(packed) === 'UNVERIFIED') return basis !== 'strict';
  return basis === 'claimed' && isClaimedOnly(packed);
}

/** Rate and whether the target is met; both null where there is nothing to cover. */
export function rateOf(numerator: number, denominator: number): { rate: string | null; met: boolean | null } {
  return { rate: truncatedRate(numerator, denominator), met: denominator === 0 ? null : numerator === denominator };
}
