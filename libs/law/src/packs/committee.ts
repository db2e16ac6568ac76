import type { RulePack, RuleValue } from '../rule-value.js';

/** These values hold on every day that can be asked for; a city's text with its own days replaces them from then on. */
const ALWAYS = { effectiveFrom: '1900-01-01', effectiveTo: null } as const;

type Entry = Omit<RuleValue, 'effectiveFrom' | 'effectiveTo'>;

const GUIDANCE = { source: '业主大会和业主委员会指导规则', level: 'normative-document', status: 'KNOWN' } as const;
/** Where the nation is silent we propose what a city's text says. */
const PROPOSED = { level: 'city', status: 'PROPOSED' } as const;
const BEIJING = { source: '北京市物业管理条例', ...PROPOSED } as const;

const ENTRIES: readonly Entry[] = [
  { key: 'committee.meeting-notice.days', value: 7, unit: 'days', ...GUIDANCE, article: '第三十九条' },
  // 过半数: more than so many percent of the members; a city that asks for two thirds lays down 66.
  { key: 'committee.meeting-quorum.percent', value: 50, unit: 'percent', ...GUIDANCE, article: '第三十八条' },
  { key: 'committee.decision.percent', value: 50, unit: 'percent', ...GUIDANCE, article: '第三十八条' },
  { key: 'committee.decision-notice.days', value: 3, unit: 'days', ...GUIDANCE, article: '第三十九条' },
  { key: 'committee.meeting-interval.months', value: 2, unit: 'months', ...BEIJING, article: '业委会会议' },
  {
    ...{ key: 'committee.term-reminder.days', value: 60, unit: 'days' },
    ...{ source: '青岛市物业管理条例', ...PROPOSED, article: '换届提前期' },
  },
  { key: 'committee.seal-consent.percent', value: 50, unit: 'percent', ...BEIJING, article: '印章使用' },
  {
    ...{ key: 'committee.letter-answer.days', value: 10, unit: 'days' },
    ...{ source: '杭州市物业管理条例', ...PROPOSED, article: '第五十条' },
  },
];

/** How a committee runs its office: meetings, decisions, seals and letters. */
export const COMMITTEE_PACK: RulePack = ENTRIES.map((entry) => ({ ...entry, ...ALWAYS }));
