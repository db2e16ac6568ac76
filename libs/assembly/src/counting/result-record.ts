import type { ElectionResult, Formation, MotionResult } from '#libs/tally';
import type { AfterDays } from '../domain/assembly/timetable.js';
import type { PublishedRules } from '../domain/assembly/published-rules.js';

/** The result of one motion as it is recorded: a plain one has one result, an election one for each candidate. */
export interface MotionRecord {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly matters: readonly string[];
  readonly votingClass: string;
  readonly rulePack: string;
  readonly results: readonly MotionResult[];
  readonly election: (ElectionResult & { readonly formation: Formation }) | null;
  /** The options that were adopted, or the seats that were filled; of a plain motion whether it was. */
  readonly isAdopted: boolean;
}

/** 表决结果记录: everything that a court, the sub-district or an owner needs to follow it. */
export interface ResultRecord {
  readonly assemblyId: string;
  readonly title: string;
  readonly scope: { readonly building: string | null; readonly stairway: string | null };
  readonly isRehearsal: boolean;
  readonly roll: {
    readonly version: number;
    readonly hash: string;
    readonly parties: number;
    readonly heads: number;
    readonly weight: string;
  };
  readonly noticeAt: string;
  readonly window: { readonly opensAt: string; readonly closesAt: string; readonly extendedFrom: string | null };
  readonly rules: PublishedRules;
  readonly ballots: {
    readonly standing: number;
    readonly replaced: number;
    /** Of the standing: those on which co-owners did not agree; they count for nobody. */
    readonly disputed?: number;
    readonly byChannel: Readonly<Record<string, number>>;
  };
  readonly motions: readonly MotionRecord[];
  /** The same with silence counted as the clause says; null where no silence is counted. */
  readonly withDeemed: { readonly parties: number; readonly motions: readonly MotionResult[] } | null;
  readonly days: Omit<AfterDays, 'shownUntil' | 'objectUntil'>;
  readonly boardRoot: string;
}
