import { CANDIDATE_FINDINGS } from './candidate-findings.js';
import type { FindingText, Words } from './finding-text.js';
import { MOTION_FINDINGS } from './motion-findings.js';
import { RULE_FINDINGS } from './rule-findings.js';
import { TIMETABLE_FINDINGS } from './timetable-findings.js';

const TEXTS = { ...MOTION_FINDINGS, ...CANDIDATE_FINDINGS, ...TIMETABLE_FINDINGS, ...RULE_FINDINGS };

export type FindingCode = keyof typeof TEXTS;

export const FINDING_CODES = Object.keys(TEXTS) as FindingCode[];

export function findingText(code: FindingCode): FindingText {
  return TEXTS[code];
}

/** One thing that is wrong with a vote before it opens. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingText['severity'];
  readonly motionId: string | null;
  readonly params: Readonly<Record<string, string | number | Words>>;
}

export function found(code: FindingCode, params: Finding['params'] = {}, motionId: string | null = null): Finding {
  return { code, severity: findingText(code).severity, motionId, params };
}
