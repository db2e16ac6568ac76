import type { Evidence } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';
import { refutedOn } from '../refuted.js';

export const bodyRefuted: EvidenceRule<Evidence> = {
  code: 'c2.refuted',
  targets: ['C2'],
  title: { zh: '现场核查不属实', en: 'Refuted on the spot' },
  severity: 'gap',
  legalBasis: '覆盖审计口径：以现场核查为准',
  message: { zh: '{day} 现场核查未见该组织实际存在。', en: 'A field check on {day} did not find this body.' },
  recommendation: {
    zh: '核实备案真实性，重新组织选举或组建物管会。',
    en: 'Verify the filing; hold an election or form a PMC.',
  },
  check: (evidence, on) => {
    const day = refutedOn(evidence, on.asOf);
    return day === null ? null : { state: 'NOT_COVERED', params: { day } };
  },
  changesOn: () => null,
};
