import type { RulePack, RuleValue } from '../rule-value.js';

const ALWAYS = { effectiveFrom: '1900-01-01', effectiveTo: null } as const;
const OWN = { source: '美好家园基金用款口径', level: 'city', status: 'PROPOSED' } as const;

type Entry = Omit<RuleValue, 'effectiveFrom' | 'effectiveTo'>;

const ENTRIES: readonly Entry[] = [
  { key: 'fund.quotes.from', value: 50_000, unit: 'yuan', ...OWN, article: '多少金额起须比价' },
  { key: 'fund.quotes.least', value: 3, unit: 'copies', ...OWN, article: '比价须几家报价' },
  { key: 'fund.emergency-acceptance.days', value: 30, unit: 'days', ...OWN, article: '应急用款须几日内验收' },
];

/** How money of the Beautiful Home fund is spent. */
export const FUND_PACK: RulePack = ENTRIES.map((entry) => ({ ...entry, ...ALWAYS }));
