import { ahead, hasEnded } from '../../calendar.js';
import type { ServiceModeFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';
import type { Thresholds } from '../../thresholds.js';
import { runsOn } from './service-ended.js';

/** Whether the newest sign of service lies within the window (day 90 counts, day 91 does not). */
export function seenLately(service: ServiceModeFacts, on: Thresholds): boolean {
  return service.lastSignOn !== null && on.asOf < on.sign.passedOn(service.lastSignOn);
}

export const serviceStale: EvidenceRule<ServiceModeFacts> = {
  code: 'c1.stale',
  targets: ['C1'],
  title: { zh: '合同到期且无服务痕迹', en: 'Contract ended and no sign of service' },
  severity: 'gap',
  legalBasis: '民法典第九百四十八条；覆盖审计口径',
  message: {
    zh: '合同已于 {to} 到期，且近 {days} 日没有服务痕迹。',
    en: 'The contract ended on {to} and no service was seen for {days} days.',
  },
  recommendation: {
    zh: '核实是否已撤场；未撤场的补充服务记录并续签，已撤场的启动应急服务。',
    en: 'Find out whether the firm has left; renew, or start emergency service.',
  },
  check: (service, on) => {
    if (!runsOn(service) || !hasEnded(service, on) || seenLately(service, on)) return null;
    return { state: 'STALE', params: { to: service.effectiveTo ?? '', days: on.sign.length } };
  },
  changesOn: ({ lastSignOn }, on) => (lastSignOn === null ? null : ahead(on.sign.passedOn(lastSignOn), on.asOf)),
};
