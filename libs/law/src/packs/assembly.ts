import type { RulePack, RuleValue } from '../rule-value.js';

/** These values hold on every day that can be asked for; a city's text with its own days replaces them from then on. */
const ALWAYS = { effectiveFrom: '1900-01-01', effectiveTo: null } as const;

type Entry = Pick<RuleValue, 'key' | 'value' | 'unit'>;
type Basis = Pick<RuleValue, 'source' | 'article' | 'level' | 'status'>;

const REGULATION = { source: '物业管理条例', level: 'state-council', status: 'SOURCED' } as const;
const GUIDANCE = { source: '业主大会和业主委员会指导规则', level: 'normative-document', status: 'KNOWN' } as const;
const COURT = { source: '最高人民法院建筑物区分所有权司法解释', level: 'law', status: 'SOURCED' } as const;
/** Where the nation is silent we propose what a city's text says, or what follows from counting time safely. */
const PROPOSED = { level: 'city', status: 'PROPOSED' } as const;
const HANGZHOU = { source: '杭州市物业管理条例', ...PROPOSED } as const;
const OWN = { source: '表决办理口径', ...PROPOSED } as const;

function days(key: string, value: number, basis: Basis): Entry & Basis {
  return { key, value, unit: 'days', ...basis };
}

const BEFORE: readonly (Entry & Basis)[] = [
  days('assembly.preparatory-group.days', 60, { ...GUIDANCE, article: '第九条' }),
  days('assembly.first-meeting.days', 90, { ...GUIDANCE, article: '第十五条' }),
  { key: 'assembly.reelection-lead.months', value: 3, unit: 'months', ...GUIDANCE, article: '第四十七条' },
  { key: 'assembly.petition.percent', value: 20, unit: 'percent', ...REGULATION, article: '第十三条' },
  days('assembly.notice.days', 15, { ...REGULATION, article: '第十四条' }),
  // The day of the notice is not counted (民法典第二百零一条): a sixteenth day leaves nothing to argue about.
  days('assembly.notice-safe.days', 16, { ...OWN, article: '民法典第二百零一条，首日不计' }),
  days('assembly.roll-objection.days', 7, { ...OWN, article: '名册公示与异议' }),
  days('assembly.candidates-shown.days', 7, { ...HANGZHOU, article: '候选人公示' }),
  days('assembly.undelivered-shown.days', 7, { source: '舟山市物业管理条例', ...PROPOSED, article: '第十七条' }),
];

const VOTING: readonly (Entry & Basis)[] = [
  days('assembly.ballot-least.days', 5, { ...HANGZHOU, article: '表决期限' }),
  days('assembly.ballot-most.days', 60, { ...HANGZHOU, article: '表决期限' }),
  days('assembly.extension-most.days', 30, { ...OWN, article: '延期一次，公开理由' }),
  {
    ...{ key: 'assembly.proxy-principals.most', value: 3, unit: 'persons' },
    ...{ source: '潍坊市物业管理条例', ...PROPOSED, article: '受托人数上限' },
  },
];

const AFTER: readonly (Entry & Basis)[] = [
  days('assembly.result.days', 3, { source: '北京市物业管理条例', ...PROPOSED, article: '表决结果公告' }),
  days('assembly.publication.days', 7, { source: '山西省物业管理条例', ...PROPOSED, article: '表决结果公示' }),
  days('assembly.result-objection.days', 7, { ...OWN, article: '结果公示期内提出异议' }),
  days('assembly.filing.days', 30, { ...REGULATION, article: '第十六条' }),
  days('assembly.first-session.days', 7, { ...GUIDANCE, article: '第三十二条' }),
  days('assembly.handover.days', 10, { ...GUIDANCE, article: '换届移交' }),
  { key: 'assembly.court-challenge.months', value: 12, unit: 'months', ...COURT, article: '第十二条' },
  { key: 'assembly.retention.months', value: 60, unit: 'months', ...OWN, article: '表决票与送达凭证保存' },
  { key: 'committee.members.most', value: 11, unit: 'persons', ...GUIDANCE, article: '第三十一条' },
  { key: 'committee.term-most.months', value: 60, unit: 'months', ...GUIDANCE, article: '第三十二条' },
];

/** Deadlines and limits of owners' assemblies; what is PROPOSED a city may override by appending its own. */
export const ASSEMBLY_PACK: RulePack = [...BEFORE, ...VOTING, ...AFTER].map((entry) => ({ ...entry, ...ALWAYS }));
