import { hasEnded } from '../../calendar.js';
import type { ServiceModeFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';
import { runsOn } from './service-ended.js';
import { seenLately } from './service-stale.js';

export const serviceRenewalDue: EvidenceRule<ServiceModeFacts> = {
  code: 'c1.renewal-due',
  targets: ['C1'],
  title: { zh: '合同到期仍在服务，待续签', en: 'Contract ended, service goes on: renewal due' },
  severity: 'defect',
  legalBasis: '民法典第九百四十八条',
  message: {
    zh: '合同已于 {to} 到期，服务仍在继续，依法视为不定期合同。',
    en: 'The contract ended on {to}; service goes on and the contract runs without a term.',
  },
  recommendation: {
    zh: '督促业主大会作出续聘或另聘决定并备案。',
    en: 'Have the owners decide on renewal or another firm, and file it.',
  },
  check: (service, on) => {
    if (!runsOn(service) || !hasEnded(service, on) || !seenLately(service, on)) return null;
    return { state: 'COVERED_WITH_DEFECT', params: { to: service.effectiveTo ?? '' } };
  },
  changesOn: () => null,
};
