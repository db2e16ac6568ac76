import { activeOn, nextActiveOn } from '../../body-office.js';
import { ahead, earlier } from '../../calendar.js';
import type { BodyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const bodyInactive: EvidenceRule<BodyFacts> = {
  code: 'c2.inactive',
  targets: ['C2'],
  title: { zh: '长期没有活动', en: 'No activity' },
  severity: 'gap',
  legalBasis: '参照上海市住宅物业管理规定第三十二条',
  message: {
    zh: '最近一次活动是 {last}，已超过 {months} 个月。',
    en: 'The last activity was on {last}, more than {months} months ago.',
  },
  recommendation: { zh: '督促召开会议；仍不履职的提前换届。', en: 'Have it meet; if it does not, re-elect early.' },
  check: (body, on) => {
    const last = body.kind === 'exemption' ? null : activeOn(body, on.asOf);
    if (last === null || on.asOf < on.inactivity.passedOn(last)) return null;
    return { state: 'STALE', params: { last, months: on.inactivity.length } };
  },
  changesOn: (body, on) => {
    const last = activeOn(body, on.asOf);
    return earlier(last && ahead(on.inactivity.passedOn(last), on.asOf), nextActiveOn(body, on.asOf));
  },
};
