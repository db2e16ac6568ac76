import type { Day } from '#libs/kernel';
import { membersOn, nextStepOn } from '../../body-office.js';
import { ahead, earlier } from '../../calendar.js';
import type { BodyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';
import type { Thresholds } from '../../thresholds.js';

/** Who sits now, where they are fewer than the law asks; null where they suffice, or nobody told or asks. */
function tooFew(body: BodyFacts, on: Thresholds): { members: number; least: number; since: Day } | null {
  const told = body.kind === 'exemption' ? null : membersOn(body, on.asOf);
  if (told === null) return null;
  const half = Math.ceil((body.seats ?? 0) / 2);
  const least = Math.max(half, body.kind === 'pmc' ? on.pmcLeast : on.committeeLeast);
  return told.members < least ? { ...told, least } : null;
}

export const bodyFewMembers: EvidenceRule<BodyFacts> = {
  code: 'c2.few-members',
  targets: ['C2'],
  title: { zh: '委员人数不足', en: 'Too few members' },
  severity: 'gap',
  legalBasis: '业主大会和业主委员会指导规则第三十一条、第四十六条',
  message: {
    zh: '在任 {members} 人，少于应有的 {least} 人（自 {since} 起）。',
    en: '{members} members, fewer than the {least} needed (since {since}).',
  },
  recommendation: { zh: '30 日内补选；不足半数的召开临时业主大会重新选举。', en: 'Hold a by-election within 30 days.' },
  check: (body, on) => {
    const params = tooFew(body, on);
    if (params === null) return null;
    return { state: on.asOf < on.fewMembers.passedOn(params.since) ? 'COVERED_WITH_DEFECT' : 'NOT_COVERED', params };
  },
  changesOn: (body, on) => {
    const few = tooFew(body, on);
    return earlier(few && ahead(on.fewMembers.passedOn(few.since), on.asOf), nextStepOn(body, on.asOf));
  },
};
