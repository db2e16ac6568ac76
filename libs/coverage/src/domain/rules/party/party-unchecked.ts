import { ahead, lastVouchedOn } from '../../calendar.js';
import type { Evidence } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const partyUnchecked: EvidenceRule<Evidence> = {
  code: 'party.unchecked',
  targets: ['C3', 'C4A', 'C4B'],
  title: { zh: '佐证超过 12 个月未复核', en: 'Evidence not re-checked' },
  severity: 'defect',
  legalBasis: '覆盖审计口径：佐证每 12 个月复核一次',
  message: {
    zh: '最近一次佐证是 {last}，已超过 {months} 个月未复核。',
    en: 'The newest evidence is of {last}; {months} months have passed.',
  },
  recommendation: { zh: '由上级党组织复核确认。', en: 'Have the superior party organisation confirm it.' },
  check: (evidence, on) => {
    const last = lastVouchedOn(evidence, on.asOf);
    if (on.asOf < on.fresh.passedOn(last)) return null;
    return { state: 'UNVERIFIED', params: { last, months: on.fresh.length } };
  },
  changesOn: (evidence, on) => ahead(on.fresh.passedOn(lastVouchedOn(evidence, on.asOf)), on.asOf),
};
