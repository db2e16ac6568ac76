import { ahead } from '../../calendar.js';
import type { BodyFacts } from '../../facts.js';
import type { EvidenceRule } from '../rule.js';

export const pmcTooOld: EvidenceRule<BodyFacts> = {
  code: 'c2.pmc-too-old',
  targets: ['C2'],
  title: { zh: '物管会组建过久', en: 'PMC too old' },
  severity: 'gap',
  legalBasis: '参照杭州市物业管理条例第四十一条（任期不超过两年，可配置）',
  message: {
    zh: '物管会自 {from} 组建已超过 {months} 个月。',
    en: 'The PMC was formed on {from}, more than {months} months ago.',
  },
  recommendation: {
    zh: '推动成立业主大会选举业委会，或依法重新组建物管会。',
    en: 'Move to an elected committee, or form the PMC anew.',
  },
  check: (body, on) => {
    if (body.kind !== 'pmc' || on.asOf < on.pmcTerm.passedOn(body.effectiveFrom)) return null;
    return { state: 'STALE', params: { from: body.effectiveFrom, months: on.pmcTerm.length } };
  },
  changesOn: (body, on) => (body.kind === 'pmc' ? ahead(on.pmcTerm.passedOn(body.effectiveFrom), on.asOf) : null),
};
