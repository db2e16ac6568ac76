import { defineErrors } from '#libs/platform';

export const coverageErrors = defineErrors({
  'coverage.known-at-in-future': {
    kind: 'invalid',
    zh: '已知时点 {knownAt} 在将来，系统不可能已经知道。请改为现在或更早的时刻。',
    en: 'knownAt {knownAt} lies in the future; nothing can be known then. Use now or an earlier instant.',
  },
  'coverage.subject-not-found': {
    kind: 'not-found',
    zh: '小区 {id} 在 {asOf} 不在用、未登记，或不在您的管辖范围内。',
    en: 'Compound {id} was not in use or registered on {asOf}, or lies outside your scope.',
  },
});
