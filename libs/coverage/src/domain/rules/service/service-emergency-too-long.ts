import { ahead } from '../../calendar.js';
import type { ServiceModeFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const serviceEmergencyTooLong: EvidenceRule<ServiceModeFacts> = {
  code: 'c1.emergency-too-long',
  targets: ['C1'],
  title: { zh: '应急物业服务超期', en: 'Emergency service too long' },
  severity: 'gap',
  legalBasis: '应急物业服务不超过六个月（参照北京市物业管理条例第七十七条）',
  message: {
    zh: '应急服务自 {from} 起已超过 {months} 个月，不再计为覆盖。',
    en: 'Emergency service since {from} has passed {months} months and no longer counts.',
  },
  recommendation: {
    zh: '组织业主选聘物业服务人，或确定其他服务模式。',
    en: 'Let the owners choose a manager, or settle another mode.',
  },
  check: (service, on) => {
    if (service.mode !== 'E' || on.asOf < on.emergency.passedOn(service.effectiveFrom)) return null;
    return { state: 'NOT_COVERED', params: { from: service.effectiveFrom, months: on.emergency.length } };
  },
  changesOn: (service, on) =>
    service.mode === 'E' ? ahead(on.emergency.passedOn(service.effectiveFrom), on.asOf) : null,
};
