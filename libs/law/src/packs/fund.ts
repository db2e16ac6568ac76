import type { RulePack, RuleValue } from '../rule-value.js';

const ALWAYS = { effectiveFrom: '1900-01-01', effectiveTo: null } as const;
const OWN = { source: '美好家园基金用款口径', level: 'city', status: 'PROPOSED' } as const;

/** How often is after 慈善法 79, which asks it of those who collect from the public; the days are proposed. */
const SHOWN = { source: '美好家园基金公开口径', level: 'city', status: 'PROPOSED', unit: 'days' } as const;

type Entry = Omit<RuleValue, 'effectiveFrom' | 'effectiveTo'>;

const ENTRIES: readonly Entry[] = [
  { key: 'fund.quotes.from', value: 50_000, unit: 'yuan', ...OWN, article: '多少金额起须比价' },
  { key: 'fund.quotes.least', value: 3, unit: 'copies', ...OWN, article: '比价须几家报价' },
  { key: 'fund.emergency-acceptance.days', value: 30, unit: 'days', ...OWN, article: '应急用款须几日内验收' },
  {
    key: 'fund.disclosure.quarter.days',
    value: 30,
    ...SHOWN,
    article: '季度收支情况，参照慈善法第七十九条每三个月公布',
  },
  { key: 'fund.disclosure.half-year.days', value: 30, ...SHOWN, article: '半年收支情况' },
  { key: 'fund.disclosure.year.days', value: 90, ...SHOWN, article: '年度收支情况，参照慈善法第七十九条每年公布' },
];

/** How money of the Beautiful Home fund is spent, and by when it is told of. */
export const FUND_PACK: RulePack = ENTRIES.map((entry) => ({ ...entry, ...ALWAYS }));
