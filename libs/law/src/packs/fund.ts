import type { RulePack, RuleValue } from '../rule-value.js';

const ALWAYS = { effectiveFrom: '1900-01-01', effectiveTo: null } as const;
const OWN = { source: '美好家园基金用款口径', level: 'city', status: 'PROPOSED' } as const;
const MAINTENANCE = { source: '住宅专项维修资金管理办法', level: 'state-council', status: 'KNOWN' } as const;
const SETTLED = { ...MAINTENANCE, level: 'city', status: 'PROPOSED' } as const;

/** How a construction contract is paid; for repairs of common parts both are taken over by the city. */
const CONTRACTED = { level: 'normative-document', status: 'KNOWN', unit: 'percent' } as const;

/** How often is after 慈善法 79, which asks it of those who collect from the public; the days are proposed. */
const SHOWN = { source: '美好家园基金公开口径', level: 'city', status: 'PROPOSED', unit: 'days' } as const;

type Entry = Omit<RuleValue, 'effectiveFrom' | 'effectiveTo'>;

const ENTRIES: readonly Entry[] = [
  { key: 'fund.quotes.from', value: 50_000, unit: 'yuan', ...OWN, article: '多少金额起须比价' },
  { key: 'fund.quotes.least', value: 3, unit: 'copies', ...OWN, article: '比价须几家报价' },
  { key: 'fund.emergency-acceptance.days', value: 30, unit: 'days', ...OWN, article: '应急用款须几日内验收' },
  { key: 'fund.maintenance-top-up.percent', value: 30, unit: 'percent', ...MAINTENANCE, article: '第十七条' },
  // Which of the two ways is left to the city: 1 by the balance of every day, 2 by that of the last day alone.
  { key: 'fund.maintenance-interest.method', value: 1, unit: 'choice', ...SETTLED, article: '第二十六条、第二十七条' },
  {
    key: 'fund.repair-advance.percent',
    value: 30,
    ...CONTRACTED,
    source: '建设工程价款结算暂行办法（财建〔2004〕369号）',
    article: '第十二条：预付款不高于合同金额的30%',
  },
  {
    key: 'fund.repair-retention.percent',
    value: 3,
    ...CONTRACTED,
    source: '建设工程质量保证金管理办法（建质〔2017〕138号）',
    article: '第七条：质量保证金不高于结算总额的3%',
  },
  {
    key: 'fund.disclosure.quarter.days',
    value: 30,
    ...SHOWN,
    article: '季度收支情况，参照慈善法第七十九条每三个月公布',
  },
  { key: 'fund.disclosure.half-year.days', value: 30, ...SHOWN, article: '半年收支情况' },
  { key: 'fund.disclosure.year.days', value: 90, ...SHOWN, article: '年度收支情况，参照慈善法第七十九条每年公布' },
  { key: 'fund.disclosure.correction.days', value: 15, ...SHOWN, article: '已公开的一期有更正，须再公开' },
];

/** How the Beautiful Home fund is spent and by when it is told of, and how a maintenance fund is kept. */
export const FUND_PACK: RulePack = ENTRIES.map((entry) => ({ ...entry, ...ALWAYS }));
