import type { EvidenceRule } from '../rule.js';
import type { Evidence } from '../../facts.js';
import { refutedOn } from '../refuted.js';

export const serviceRefuted: EvidenceRule<Evidence> = {
  code: 'c1.refuted',
  targets: ['C1'],
  title: { zh: '现场核查不属实', en: 'Refuted on the spot' },
  severity: 'gap',
  legalBasis: '覆盖审计口径：以现场核查为准',
  message: { zh: '{day} 现场核查未见该服务。', en: 'A field check on {day} did not find this service.' },
  recommendation: {
    zh: '落实实际服务主体，重新签订并备案。',
    en: 'Establish who really serves here, then contract and file anew.',
  },
  check: (evidence, on) => {
    const day = refutedOn(evidence, on.asOf);
    return day === null ? null : { state: 'NOT_COVERED', params: { day } };
  },
  changesOn: () => null,
};
