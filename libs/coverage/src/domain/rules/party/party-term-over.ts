import { ahead, endedOn, hasEnded } from '../../calendar.js';
import type { PartyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const partyTermOver: EvidenceRule<PartyFacts> = {
  code: 'party.term-over',
  targets: ['C3', 'C4A', 'C4B'],
  title: { zh: '党组织任期届满', en: 'Term of the branch over' },
  severity: 'defect',
  legalBasis: '中国共产党章程第三十一条；覆盖审计口径：届满降为工作覆盖',
  message: { zh: '任期已于 {to} 届满，按工作覆盖计。', en: 'The term ended on {to}; it counts as work only.' },
  recommendation: { zh: '按期换届并报上级党组织批准。', en: 'Re-elect and have it approved.' },
  check: (party, on) => {
    if (!hasEnded(party, on)) return null;
    const params = { to: party.effectiveTo ?? '' };
    // An instructor's assignment that is over leaves nothing; a branch still works until it is re-elected.
    return party.kind === 'instructor'
      ? { state: 'NOT_COVERED', params }
      : { state: 'COVERED_WITH_DEFECT', byWork: true, params };
  },
  changesOn: (party, on) => ahead(endedOn(party, on), on.asOf),
};
