import { ahead, hasEnded } from '../../calendar.js';
import type { BodyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const bodyInReelection: EvidenceRule<BodyFacts> = {
  code: 'c2.in-reelection',
  targets: ['C2'],
  title: { zh: '正在换届', en: 'In re-election' },
  severity: 'notice',
  legalBasis: '业主大会和业主委员会指导规则第四十七条',
  message: { zh: '换届改选小组已于 {day} 成立。', en: 'The re-election group was formed on {day}.' },
  recommendation: { zh: '按期完成换届选举并备案。', en: 'Complete the election and file it.' },
  check: (body, on) => {
    const day = body.reelectionGroupOn;
    return hasEnded(body, on) && day !== null && day <= on.asOf ? { state: 'NOT_COVERED', params: { day } } : null;
  },
  changesOn: (body, on) => ahead(body.reelectionGroupOn, on.asOf),
};
