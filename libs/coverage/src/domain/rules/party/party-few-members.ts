import type { PartyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const partyFewMembers: EvidenceRule<PartyFacts> = {
  code: 'party.few-members',
  targets: ['C3', 'C4A', 'C4B'],
  title: { zh: '独立支部党员不足', en: 'Own branch with too few members' },
  severity: 'defect',
  legalBasis: '中国共产党章程第三十条',
  message: {
    zh: '独立党支部有党员 {members} 人，少于 {least} 人，按工作覆盖计。',
    en: 'An own branch of {members}, fewer than {least}; counts as work only.',
  },
  recommendation: { zh: '改建联合党支部，或发展、转入党员。', en: 'Join a joint branch, or win members.' },
  check: (party, on) => {
    if (party.kind !== 'own' || party.memberCount === null || party.memberCount >= on.ownBranchLeast) return null;
    return {
      state: 'COVERED_WITH_DEFECT',
      byWork: true,
      params: { members: party.memberCount, least: on.ownBranchLeast },
    };
  },
  changesOn: () => null,
};
