import { hasEnded } from '../../calendar.js';
import type { ServiceModeFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';
import { seenLately } from './service-stale.js';

export const serviceUnseen: EvidenceRule<ServiceModeFacts> = {
  code: 'c1.unseen',
  targets: ['C1'],
  title: { zh: '近期没有服务痕迹', en: 'No recent sign of service' },
  severity: 'defect',
  legalBasis: '覆盖审计口径：服务模式须有近 90 日服务痕迹',
  message: {
    zh: '依据有效，但近 {days} 日没有巡查、收费或工单记录（最近一次：{last}）。',
    en: 'The paper is in force, but no inspection, fee run or work order was seen for {days} days (last: {last}).',
  },
  recommendation: { zh: '到现场核查并登记服务痕迹。', en: 'Check on the spot and record a sign of service.' },
  check: (service, on) => {
    if (hasEnded(service, on) || seenLately(service, on)) return null;
    return { state: 'UNVERIFIED', params: { days: on.sign.length, last: service.lastSignOn ?? '—' } };
  },
  changesOn: () => null,
};
