import type { Day } from '#libs/kernel';
import { earlier, nextEventOn } from './calendar.js';
import type { Evidence } from './facts.js';
import type { EvidenceRule } from './rules/rule.js';
import { goodness, worse, type Standing, type State } from './state.js';
import type { Thresholds } from './thresholds.js';

/** Why a verdict is what it is: the rule, what it saw, and the records that it looked at. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly evidence: readonly string[];
}

/** The standing of the best piece of evidence, with what was found against it. */
export interface Weighed<E extends Evidence> extends Standing {
  readonly best: E | null;
  readonly reasons: readonly Reason[];
  /** First later day on which this may come out otherwise without any new fact. */
  readonly nextChangeOn: Day | null;
}

const NO_REASONS: readonly Reason[] = [];

interface Piece<E extends Evidence> extends Standing {
  readonly evidence: E;
  readonly reasons: readonly Reason[];
  readonly nextChangeOn: Day | null;
}

function weighPiece<E extends Evidence>(evidence: E, rules: readonly EvidenceRule<E>[], on: Thresholds): Piece<E> {
  let state: State = 'COVERED';
  let byWork = false;
  let reasons: Reason[] | null = null;
  let nextChangeOn = nextEventOn(evidence, on.asOf);
  for (const rule of rules) {
    nextChangeOn = earlier(nextChangeOn, rule.changesOn(evidence, on));
    const finding = rule.check(evidence, on);
    if (finding === null) continue;
    state = worse(state, finding.state);
    byWork ||= finding.byWork === true;
    (reasons ??= []).push({ code: rule.code, params: finding.params ?? {}, evidence: [evidence.recordId] });
  }
  return { evidence, state, byWork, reasons: reasons ?? NO_REASONS, nextChangeOn };
}

function isBetter<E extends Evidence>(a: Piece<E>, b: Piece<E>): boolean {
  const difference = goodness(a) - goodness(b);
  // Equal standings are told apart by days and then by id, so that the order of facts never matters.
  if (difference !== 0) return difference > 0;
  if (a.evidence.effectiveFrom !== b.evidence.effectiveFrom) return a.evidence.effectiveFrom > b.evidence.effectiveFrom;
  return a.evidence.recordId < b.evidence.recordId;
}

/**
 * Weighs several pieces of evidence for one target: each is held against every rule and stands as its worst finding;
 * the best one speaks for the subject. Evidence that has not begun yet does not speak, but tells when it will.
 */
export function weigh<E extends Evidence>(
  pieces: readonly E[],
  rules: readonly EvidenceRule<E>[],
  on: Thresholds,
): Weighed<E> | null {
  let best: Piece<E> | null = null;
  let nextChangeOn = pieces.length === 0 ? null : on.changesOn;
  for (const evidence of pieces) {
    if (evidence.effectiveFrom > on.asOf) {
      nextChangeOn = earlier(nextChangeOn, evidence.effectiveFrom);
      continue;
    }
    const piece = weighPiece(evidence, rules, on);
    nextChangeOn = earlier(nextChangeOn, piece.nextChangeOn);
    if (best === null || isBetter(piece, best)) best = piece;
  }
  if (best === null && nextChangeOn === null) return null;
  if (best === null) return { best: null, state: 'NOT_COVERED', byWork: false, reasons: NO_REASONS, nextChangeOn };
  return { best: best.evidence, state: best.state, byWork: best.byWork, reasons: best.reasons, nextChangeOn };
}
