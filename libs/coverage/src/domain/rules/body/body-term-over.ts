import { ahead, endedOn, hasEnded } from '../../calendar.js';
import type { BodyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const bodyTermOver: EvidenceRule<BodyFacts> = {
  code: 'c2.term-over',
  targets: ['C2'],
  title: { zh: '任期已满', en: 'Term over' },
  severity: 'gap',
  legalBasis: '业主大会和业主委员会指导规则第三十二条、第四十七条',
  message: { zh: '任期已于 {to} 届满，尚未完成换届。', en: 'The term ended on {to} and no re-election was completed.' },
  recommendation: {
    zh: '由街道组织成立换届改选小组，限期换届。',
    en: 'Have the sub-district form a re-election group.',
  },
  check: (body, on) => (hasEnded(body, on) ? { state: 'NOT_COVERED', params: { to: body.effectiveTo ?? '' } } : null),
  changesOn: (body, on) => ahead(endedOn(body, on), on.asOf),
};
