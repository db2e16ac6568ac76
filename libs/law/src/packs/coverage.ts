import type { RulePack, RuleValue } from '../rule-value.js';

/** These values hold on every day that can be asked for; a city's text with its own days replaces them from then on. */
const ALWAYS = { effectiveFrom: '1900-01-01', effectiveTo: null } as const;

type Entry = Pick<RuleValue, 'key' | 'value' | 'unit' | 'source' | 'article' | 'level' | 'status'>;

const ENTRIES: readonly Entry[] = [
  {
    key: 'coverage.service-sign.days',
    value: 90,
    unit: 'days',
    source: '覆盖审计口径',
    article: '服务痕迹近 90 日',
    level: 'city',
    status: 'PROPOSED',
  },
  {
    key: 'coverage.emergency.months',
    value: 6,
    unit: 'months',
    source: '北京市物业管理条例',
    article: '第七十七条',
    level: 'city',
    status: 'PROPOSED',
  },
  {
    key: 'coverage.evidence-age.months',
    value: 12,
    unit: 'months',
    source: '覆盖审计口径',
    article: '佐证每 12 个月复核',
    level: 'city',
    status: 'PROPOSED',
  },
  {
    key: 'coverage.few-members.days',
    value: 30,
    unit: 'days',
    source: '业主大会和业主委员会指导规则',
    article: '第四十六条',
    level: 'normative-document',
    status: 'PROPOSED',
  },
  {
    key: 'coverage.inactivity.months',
    value: 6,
    unit: 'months',
    source: '上海市住宅物业管理规定',
    article: '第三十二条',
    level: 'city',
    status: 'PROPOSED',
  },
  {
    key: 'coverage.filing.days',
    value: 30,
    unit: 'days',
    source: '物业管理条例',
    article: '第十六条',
    level: 'state-council',
    status: 'SOURCED',
  },
  {
    key: 'coverage.filing-grace.days',
    value: 30,
    unit: 'days',
    source: '覆盖审计口径',
    article: '逾期备案宽限',
    level: 'city',
    status: 'PROPOSED',
  },
  {
    key: 'coverage.pmc-term.months',
    value: 24,
    unit: 'months',
    source: '杭州市物业管理条例',
    article: '第三十八条至第四十一条',
    level: 'city',
    status: 'PROPOSED',
  },
  {
    key: 'coverage.newly-delivered.months',
    value: 12,
    unit: 'months',
    source: '覆盖审计口径',
    article: '新交付小区另行统计',
    level: 'city',
    status: 'PROPOSED',
  },
  {
    key: 'committee.members.least',
    value: 5,
    unit: 'persons',
    source: '业主大会和业主委员会指导规则',
    article: '第三十一条',
    level: 'normative-document',
    status: 'KNOWN',
  },
  {
    key: 'pmc.members.least',
    value: 7,
    unit: 'persons',
    source: '北京市物业管理条例',
    article: '第五十二条至第五十九条',
    level: 'city',
    status: 'PROPOSED',
  },
  {
    key: 'party.own-branch.members',
    value: 3,
    unit: 'persons',
    source: '中国共产党章程',
    article: '第三十条',
    level: 'law',
    status: 'KNOWN',
  },
];

/** The values of the coverage audit as a city finds them; what is PROPOSED a city may override by appending its own. */
export const COVERAGE_PACK: RulePack = ENTRIES.map((entry) => ({ ...entry, ...ALWAYS }));
