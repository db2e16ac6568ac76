import type { RulePack, RuleValue } from '../rule-value.js';

const ALWAYS = { effectiveFrom: '1900-01-01', effectiveTo: null } as const;
const OWN = { level: 'city', status: 'PROPOSED' } as const;
const SHANXI = '关于加强住宅小区公共收益管理的指导意见（试行，2025）';

type Entry = Omit<RuleValue, 'effectiveFrom' | 'effectiveTo'>;

const ENTRIES: readonly Entry[] = [
  {
    ...{ key: 'common-revenue.consents.least', value: 3, unit: 'persons', ...OWN },
    ...{ source: `参照${SHANXI}`, article: '三方共管专户：支取须几方同意' },
  },
  {
    ...{ key: 'common-revenue.cost.percent', value: 30, unit: 'percent', ...OWN },
    ...{ source: '公共收益管理口径', article: '未经业主决定可扣除的合理成本，不超过收入的百分之几（民法典 282）' },
  },
  {
    ...{ key: 'common-revenue.maintenance-share.percent', value: 50, unit: 'percent', ...OWN },
    ...{ source: '参照北京市物业管理条例、上海市住宅物业管理规定', article: '建议转入维修资金的比例' },
  },
  {
    ...{ key: 'common-revenue.statement.days', value: 30, unit: 'days', ...OWN },
    ...{ source: '公共收益管理口径', article: '季度结束后几日内公示' },
  },
  {
    ...{ key: 'common-revenue.shown.days', value: 30, unit: 'days', ...OWN },
    ...{ source: '公共收益管理口径', article: '公示多少个工作日' },
  },
  {
    ...{ key: 'common-revenue.answer.days', value: 10, unit: 'days', ...OWN },
    ...{ source: '公共收益管理口径', article: '异议须在几个工作日内答复' },
  },
];

/** What common parts earn: who agrees before it is drawn, what it costs, when it is told and objections answered. */
export const COMMON_REVENUE_PACK: RulePack = ENTRIES.map((entry) => ({ ...entry, ...ALWAYS }));
