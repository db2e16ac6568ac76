import type { PartyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const partyInstructor: EvidenceRule<PartyFacts> = {
  code: 'party.instructor',
  targets: ['C3', 'C4A', 'C4B'],
  title: { zh: '仅有党建指导员', en: 'Instructor only' },
  severity: 'notice',
  legalBasis: '党的工作覆盖，不计入组织覆盖（有形覆盖与有效覆盖分列）',
  message: {
    zh: '仅由党建指导员开展工作，没有建立党组织。',
    en: 'Party work by an instructor; no organisation was set up.',
  },
  recommendation: {
    zh: '具备条件后建立独立、联合或功能型党支部。',
    en: 'Set up a branch once the conditions are met.',
  },
  check: (party) => (party.kind === 'instructor' ? { state: 'COVERED', byWork: true } : null),
  changesOn: () => null,
};
