import type { Day } from '#libs/kernel';
import type { RuleLevel, RuleStatus } from '../rule-value.js';

/** 一般事项 (more than half) and 特别事项 (three quarters); how each is counted is told by the voting packs. */
export const VOTING_CLASSES = ['ordinary', 'special'] as const;
export type VotingClass = (typeof VOTING_CLASSES)[number];

/** A matter on which owners decide together, with its class, its article and the days for which that holds. */
export interface Matter {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly votingClass: VotingClass;
  readonly source: string;
  readonly article: string;
  readonly level: RuleLevel;
  readonly status: RuleStatus;
  readonly effectiveFrom: Day;
  /** Last day on which it holds, or null. */
  readonly effectiveTo: Day | null;
}

type Item = readonly [code: string, zh: string, en: string, votingClass: VotingClass, article: string];

const ITEMS: readonly Item[] = [
  ['M1', '制定、修改业主大会议事规则', 'make or change the rules of procedure', 'ordinary', '第一项'],
  ['M2', '制定、修改管理规约', 'make or change the management covenant', 'ordinary', '第二项'],
  ['M3', '选举业主委员会或者更换成员', 'elect the committee or change its members', 'ordinary', '第三项'],
  ['M4', '选聘、续聘、解聘物业服务人', 'hire, keep or dismiss the manager', 'ordinary', '第四项'],
  ['M5', '使用维修资金', 'use maintenance funds', 'ordinary', '第五项'],
  ['M6', '筹集维修资金', 'raise maintenance funds', 'special', '第六项'],
  ['M7', '改建、重建建筑物及其附属设施', 'alter or rebuild the building', 'special', '第七项'],
  ['M8', '改变共有部分用途或利用共有部分经营', 'change or trade with common parts', 'special', '第八项'],
  ['M9', '其他重大事项', 'another major matter', 'ordinary', '第九项'],
];

/** What cities' texts name among the other major matters; each is one of item 9, and so ordinary. */
const NAMED_BY_CITIES: readonly (readonly [code: string, zh: string, en: string, article: string])[] = [
  ['M9a', '物业服务内容、标准和收费', 'service scope, standard and fee', '北京 34(3)、青岛 30(9)'],
  ['M9b', '使用公共收益', 'use common revenue', '北京 34(7)、杭州 16(10)'],
  ['M9c', '业委会工作经费、津贴和审计', 'allowance and audit of the committee', '北京 34、山东'],
  ['M9d', '自行管理', 'self-management', '上海 53'],
  ['M9e', '调整物业管理区域', 'adjust the management area', '上海 10'],
  ['M9f', '撤销业委会不当决定', 'revoke a decision of the committee', '北京 34、青岛'],
  ['M9g', '授权诉讼、仲裁', 'authorise litigation', '宁波 17(12)'],
];

const CIVIL_CODE = {
  source: '中华人民共和国民法典',
  level: 'law',
  status: 'SOURCED',
  effectiveFrom: '2021-01-01',
  effectiveTo: null,
} as const;

/** Until the Civil Code; funds were special whether raised or used, common parts one of the other matters. */
const PROPERTY_LAW = {
  source: '中华人民共和国物权法',
  level: 'law',
  status: 'KNOWN',
  effectiveFrom: '2007-10-01',
  effectiveTo: '2020-12-31',
} as const;

const FORMER: Readonly<Record<string, readonly [votingClass: VotingClass, item: string]>> = {
  M5: ['special', '第五项'],
  M6: ['special', '第五项'],
  M7: ['special', '第六项'],
  M8: ['ordinary', '第七项'],
  M9: ['ordinary', '第七项'],
};

const NOW: readonly Matter[] = [
  ...ITEMS.map(([code, zh, en, votingClass, item]) => ({
    ...{ code, zh, en, votingClass },
    ...{ article: `第二百七十八条第一款${item}`, ...CIVIL_CODE },
  })),
  ...NAMED_BY_CITIES.map(([code, zh, en, text]) => ({
    ...{ code, zh, en, votingClass: 'ordinary' as const },
    ...{ article: `第二百七十八条第一款第九项（${text}）`, ...CIVIL_CODE },
  })),
];

function underPropertyLaw(matter: Matter): Matter {
  const own = FORMER[matter.code] ?? (matter.code.startsWith('M9') ? FORMER.M9 : undefined);
  const item = own?.[1] ?? ITEMS.find(([code]) => code === matter.code)?.[4] ?? '';
  return { ...matter, votingClass: own?.[0] ?? 'ordinary', article: `第七十六条第一款${item}`, ...PROPERTY_LAW };
}

/** Every matter under every law. 住改商 and 不成立业主大会 are not among them: they need everybody, not a vote. */
export const MATTERS: readonly Matter[] = [...NOW, ...NOW.map(underPropertyLaw)];

/** The matter as the law of a day has it; undefined when no law of that day knows it. */
export function matterOn(code: string, day: Day): Matter | undefined {
  return MATTERS.find(
    (each) => each.code === code && each.effectiveFrom <= day && (each.effectiveTo === null || day <= each.effectiveTo),
  );
}

/** The matters of the law of a day. */
export function mattersOn(day: Day): readonly Matter[] {
  return NOW.map(({ code }) => matterOn(code, day)).filter((each) => each !== undefined);
}
