import { lawErrors } from '#libs/law';
import { defineErrors } from '#libs/platform';

/** The refusals of this context, and those of the rule packs: a pure library declares nothing itself. */
export const coverageErrors = defineErrors({
  ...lawErrors,
  'coverage.known-at-in-future': {
    kind: 'invalid',
    zh: '已知时点 {knownAt} 在将来，系统不可能已经知道。请改为现在或更早的时刻。',
    en: 'knownAt {knownAt} lies in the future; nothing can be known then. Use now or an earlier instant.',
  },
  'coverage.area-unknown': {
    kind: 'invalid',
    zh: '截至这一天没有代码为 {area} 的区划，或它不在您的管辖范围内。请核对区划代码（2、4、6、9 或 12 位）。',
    en: 'On this day there is no area {area}, or it lies outside your scope. Check the code (2, 4, 6, 9 or 12 digits).',
  },
  'rule-value.unknown': {
    kind: 'invalid',
    zh: '没有名为 {key} 的规则值。可用名称见“规则与依据”页面。',
    en: 'There is no rule value {key}. See the page of rules for their names.',
  },
  'rule-value.binding': {
    kind: 'rule',
    zh: '规则值 {key} 由上位法规定，本市不能另行规定。',
    en: 'The rule value {key} is laid down by higher law; the city cannot set its own.',
  },
  'coverage.subject-not-found': {
    kind: 'not-found',
    zh: '小区 {id} 在 {asOf} 不在用、未登记，或不在您的管辖范围内。',
    en: 'Compound {id} was not in use or registered on {asOf}, or lies outside your scope.',
  },
});
