import type { Day } from '#libs/kernel';
import { ahead } from '../../calendar.js';
import type { BodyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';
import type { Thresholds } from '../../thresholds.js';

/** The smallest lawful number of members now, or null when the numbers are not known or not asked for. */
function leastMembers(body: BodyFacts, on: Thresholds): number | null {
  if (body.kind === 'exemption' || body.members === null) return null;
  const half = Math.ceil((body.seats ?? 0) / 2);
  return Math.max(half, body.kind === 'pmc' ? on.pmcLeast : on.committeeLeast);
}

/** Where nobody told when members left, they were too few from the beginning. */
function fewSince(body: BodyFacts): Day {
  return body.membersChangedOn ?? body.effectiveFrom;
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
    const least = leastMembers(body, on);
    if (least === null || (body.members ?? 0) >= least) return null;
    const params = { members: body.members ?? 0, least, since: fewSince(body) };
    return { state: on.asOf < on.fewMembers.passedOn(fewSince(body)) ? 'COVERED_WITH_DEFECT' : 'NOT_COVERED', params };
  },
  changesOn: (body, on) => {
    const least = leastMembers(body, on);
    return least === null || (body.members ?? 0) >= least
      ? null
      : ahead(on.fewMembers.passedOn(fewSince(body)), on.asOf);
  },
};
