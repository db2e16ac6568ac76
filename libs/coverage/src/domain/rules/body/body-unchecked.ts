import type { Day } from '#libs/kernel';
import { activeOn, nextActiveOn } from '../../body-office.js';
import { ahead, earlier, lastVouchedOn } from '../../calendar.js';
import type { BodyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

/** Activity is a sign of life and counts as a re-check of the body. */
function vouched(body: BodyFacts, asOf: Day): Day {
  const last = lastVouchedOn(body, asOf);
  const active = activeOn(body, asOf);
  return active !== null && active > last ? active : last;
}

export const bodyUnchecked: EvidenceRule<BodyFacts> = {
  code: 'c2.unchecked',
  targets: ['C2'],
  title: { zh: '佐证超过 12 个月未复核', en: 'Evidence not re-checked' },
  severity: 'defect',
  legalBasis: '覆盖审计口径：佐证每 12 个月复核一次',
  message: {
    zh: '最近一次佐证是 {last}，已超过 {months} 个月未复核。',
    en: 'The newest evidence is of {last}; {months} months have passed.',
  },
  recommendation: { zh: '现场复核，或登记最近一次会议记录。', en: 'Check on the spot, or record the latest meeting.' },
  check: (body, on) => {
    const last = vouched(body, on.asOf);
    if (on.asOf < on.fresh.passedOn(last)) return null;
    return { state: 'UNVERIFIED', params: { last, months: on.fresh.length } };
  },
  changesOn: (body, on) =>
    earlier(ahead(on.fresh.passedOn(vouched(body, on.asOf)), on.asOf), nextActiveOn(body, on.asOf)),
};
