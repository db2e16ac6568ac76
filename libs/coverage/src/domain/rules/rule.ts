import type { Day } from '#libs/kernel';
import type { Evidence } from '../facts.js';
import type { State, Target } from '../state.js';
import type { Thresholds } from '../thresholds.js';

/** A text in both languages, with `{param}` placeholders. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What a rule found against a piece of evidence. */
export interface Finding {
  readonly state: State;
  readonly byWork?: boolean;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What a rule is, apart from what it checks: shown in the catalogue and beside every reason. */
export interface RuleHead {
  readonly code: string;
  readonly targets: readonly Target[];
  readonly title: Text;
  /** How much it matters: `gap` takes cover away, `defect` must be mended, `notice` only tells. */
  readonly severity: 'gap' | 'defect' | 'notice';
  readonly legalBasis: string;
  readonly message: Text;
  readonly recommendation: Text;
}

/** A rule about one piece of evidence on the day. */
export interface EvidenceRule<E extends Evidence> extends RuleHead {
  /** The finding, or null when the evidence meets the rule. */
  readonly check: (evidence: E, on: Thresholds) => Finding | null;
  /** The first later day on which the answer may be another one without any new fact, or null. */
  readonly changesOn: (evidence: E, on: Thresholds) => Day | null;
}
