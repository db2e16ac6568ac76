import type { InvalidTreatment, Scales, Bound, VotingRule } from '#libs/law';

export const BUNDLE_FORMAT = 'jiayuan.recount/1';

/** One owner party of the roll: all its units are one person (heads) and one sum of areas (weight, 0.01 m²). */
export interface Elector {
  readonly party: string;
  readonly heads: number;
  readonly weight: bigint;
}

/** What one party said on one motion; what it said is one of the motion's choices. */
export interface Vote {
  readonly elector: Elector;
  readonly choice: string;
}

/** One question, under the rule that it was put under, with its votes. */
export interface Motion {
  readonly id: string;
  readonly title: string;
  readonly rule: VotingRule;
  /** The options of a question that is more than for or against, or null. */
  readonly options: readonly string[] | null;
  readonly votes: readonly Vote[];
}

/** 抽签: how equals at a border of an election were parted; told, since no count can tell it. */
export interface DrawnLot {
  /** The election; its candidates are the motions `ELECTION/CANDIDATE`. */
  readonly motion: string;
  /** The equals, in the order in which the lot put them. */
  readonly order: readonly string[];
  readonly for: 'seats' | 'alternates';
  /** How many of them get one. */
  readonly places: number;
  readonly drawnAt: string;
  readonly place: string;
  readonly method: string;
}

/** A bundle that was read and found whole: every vote leads to its party, and no party votes twice on a motion. */
export interface Poll {
  readonly roll: readonly Elector[];
  readonly motions: readonly Motion[];
  /** Only where one was drawn. */
  readonly lots?: readonly DrawnLot[];
}

/** The choices that mean the same in every question; an option may not be called one of them. */
export const PLAIN_CHOICES = ['for', 'against', 'abstain', 'invalid'] as const;

/** What can be said on a motion, in the order in which it is told. */
export function choicesOf({ options }: Pick<Motion, 'options'>): readonly string[] {
  const [, ...withoutFor] = PLAIN_CHOICES;
  return options === null ? PLAIN_CHOICES : [...options, ...withoutFor];
}

/** A rule as it is written in a bundle. */
export interface WrittenRule {
  readonly name?: string;
  readonly quorum: Scales<Bound | null>;
  readonly approval: Scales<Bound | null>;
  readonly invalid?: InvalidTreatment;
}

/** The document that anybody recounts. */
export interface Bundle {
  readonly format: typeof BUNDLE_FORMAT;
  /** A rule, or the name of one that the law has; a motion may have its own. */
  readonly rule?: WrittenRule | string;
  readonly roll: readonly { readonly party: string; readonly heads: number; readonly weight: string }[];
  readonly motions: readonly {
    readonly id: string;
    readonly title?: string;
    readonly rule?: WrittenRule | string;
    readonly choices?: readonly string[];
  }[];
  readonly ballots: readonly {
    readonly party: string;
    readonly motion: string;
    readonly choice: string;
    readonly channel?: string;
    readonly castAt?: string;
  }[];
  readonly lots?: readonly DrawnLot[];
}
