import type { Evidence } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';
import { refutedOn } from '../refuted.js';

export const partyRefuted: EvidenceRule<Evidence> = {
  code: 'party.refuted',
  targets: ['C3', 'C4A', 'C4B'],
  title: { zh: '现场核查不属实', en: 'Refuted on the spot' },
  severity: 'gap',
  legalBasis: '覆盖审计口径：以现场核查为准',
  message: { zh: '{day} 现场核查未见该党组织。', en: 'A field check on {day} did not find this party organisation.' },
  recommendation: {
    zh: '报上级党组织核实并重新组建。',
    en: 'Report to the superior party organisation and form it anew.',
  },
  check: (evidence, on) => {
    const day = refutedOn(evidence, on.asOf);
    return day === null ? null : { state: 'NOT_COVERED', params: { day } };
  },
  changesOn: () => null,
};
