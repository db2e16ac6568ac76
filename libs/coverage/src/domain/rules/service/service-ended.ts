import { ahead, endedOn, hasEnded } from '../../calendar.js';
import type { ServiceModeFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

/** Contracts that the law lets run on without a term when service continues (Civil Code 948). */
export function runsOn({ mode }: ServiceModeFacts): boolean {
  return mode === 'P' || mode === 'M' || mode === 'B';
}

export const serviceEnded: EvidenceRule<ServiceModeFacts> = {
  code: 'c1.ended',
  targets: ['C1'],
  title: { zh: '服务模式已到期', en: 'Service mode has ended' },
  severity: 'gap',
  legalBasis: '覆盖审计口径：自管、托管、应急服务到期须重新确定',
  message: { zh: '该服务模式已于 {to} 到期，没有新的依据。', en: 'This mode ended on {to} and nothing followed it.' },
  recommendation: { zh: '重新作出决定或签订协议并备案。', en: 'Decide or agree anew and file it.' },
  check: (service, on) =>
    !runsOn(service) && hasEnded(service, on) ? { state: 'STALE', params: { to: service.effectiveTo ?? '' } } : null,
  changesOn: (service, on) => ahead(endedOn(service, on), on.asOf),
};
