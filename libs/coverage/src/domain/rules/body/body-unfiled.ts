import type { Day } from '#libs/kernel';
import { ahead, earlier } from '../../calendar.js';
import type { BodyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

/** Whether the filing is still open on the day; only committees are elected and filed (条例 16). */
function isUnfiled(body: BodyFacts, asOf: Day): boolean {
  return body.kind === 'committee' && body.electedOn !== null && (body.filedOn === null || body.filedOn > asOf);
}

export const bodyUnfiled: EvidenceRule<BodyFacts> = {
  code: 'c2.unfiled',
  targets: ['C2'],
  title: { zh: '逾期未备案', en: 'Not filed in time' },
  severity: 'gap',
  legalBasis: '物业管理条例第十六条',
  message: {
    zh: '{elected} 选举产生，超过 {days} 日未备案。',
    en: 'Elected on {elected} and not filed within {days} days.',
  },
  recommendation: { zh: '向街道和区县主管部门补办备案。', en: 'File with the sub-district and the county bureau.' },
  check: (body, on) => {
    if (!isUnfiled(body, on.asOf) || body.electedOn === null) return null;
    if (on.asOf < on.filing.passedOn(body.electedOn)) return null;
    const params = { elected: body.electedOn, days: on.filing.length };
    const state = on.asOf < on.filingWithGrace.passedOn(body.electedOn) ? 'COVERED_WITH_DEFECT' : 'NOT_COVERED';
    return { state, params };
  },
  changesOn: (body, on) => {
    if (!isUnfiled(body, on.asOf) || body.electedOn === null) return null;
    const late = ahead(on.filing.passedOn(body.electedOn), on.asOf);
    return earlier(late, ahead(on.filingWithGrace.passedOn(body.electedOn), on.asOf));
  },
};
