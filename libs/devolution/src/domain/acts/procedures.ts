import type { FormField } from './form.js';

/** A paper that an applicant hands in. */
export interface RequiredPaper {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
}

/** 办事规程: what is asked for under a power. Steps are the same for all; see the states of an act. */
export interface Procedure {
  readonly papers: readonly RequiredPaper[];
  readonly fields: readonly FormField[];
}

function paper(key: string, zh: string, en: string): RequiredPaper {
  return { key, label: { zh, en } };
}

function field(key: string, zh: string, en: string, more: Partial<FormField> = {}): FormField {
  return { key, label: { zh, en }, type: 'text', isRequired: true, ...more };
}

const day = { type: 'day' } as const;
const count = { type: 'count' } as const;
const optional = { isRequired: false } as const;

const APPLICATION = paper('application', '申请（申报）表', 'application form');
const MATERIAL = paper('material', '有关证明材料', 'supporting papers');

/** What every act says, and the form of powers that keep no record of their own elsewhere. */
const GENERAL: Procedure = {
  papers: [APPLICATION, MATERIAL],
  fields: [field('matter', '事项', 'matter'), field('conclusion', '办理意见', 'conclusion')],
};

const BODY_FIELDS: readonly FormField[] = [
  field('name', '名称', 'name of the body'),
  field('seats', '应有席位', 'seats', count),
  field('members', '在任人数', 'members', count),
  field('electedOn', '选举（组建）日期', 'elected on', day),
  field('from', '任期开始', 'first day of the term', day),
  field('to', '任期截止', 'last day of the term', day),
];

const TERM_FIELDS: readonly FormField[] = [
  field('from', '开始日期', 'first day', day),
  field('to', '截止日期', 'last day', day),
];

const COMPANY_FIELDS: readonly FormField[] = [
  field('company', '物业企业', 'property company'),
  field('creditCode', '统一社会信用代码', 'credit code', optional),
];

/** Powers whose forms say more, by code. */
const OWN: Readonly<Record<string, Procedure>> = {
  'WY-04': {
    papers: [
      APPLICATION,
      paper('resolution', '业主大会决议', 'resolution of the owners’ assembly'),
      paper('members', '业主委员会委员名单', 'list of members'),
      paper('rules', '业主大会议事规则、管理规约', 'rules of procedure and covenant'),
    ],
    fields: BODY_FIELDS,
  },
  'WY-06': {
    papers: [
      APPLICATION,
      paper('members', '物业管理委员会组成人员名单', 'list of members'),
      paper('notice', '公示情况', 'proof of publication'),
    ],
    fields: BODY_FIELDS,
  },
  'WY-12': {
    papers: [
      APPLICATION,
      paper('contract', '物业服务合同', 'service contract'),
      paper('resolution', '业主大会选聘决议或中标通知书', 'resolution or award'),
    ],
    fields: [...COMPANY_FIELDS, ...TERM_FIELDS],
  },
  'WY-15': {
    papers: [APPLICATION, paper('pool', '应急物业服务企业名录或指定说明', 'pool of companies or designation')],
    fields: [field('reason', '启动原因', 'reason'), ...COMPANY_FIELDS, ...TERM_FIELDS],
  },
  'WY-16': {
    papers: [APPLICATION, paper('opinions', '征求业主意见情况', 'opinions of owners')],
    fields: [
      field('mode', '服务模式', 'service mode', {
        type: 'choice',
        choices: ['业主自管', '单位自管', '托管兜底', '连片打包'],
      }),
      field('provider', '服务单位', 'who serves', optional),
      field('from', '开始日期', 'first day', day),
      field('to', '截止日期', 'last day', { ...day, ...optional }),
    ],
  },
  'WY-19': {
    papers: [
      APPLICATION,
      paper('resolution', '业主表决结果或应急情形说明', 'vote or reason of emergency'),
      paper('budget', '维修方案与预算', 'plan and budget'),
    ],
    fields: GENERAL.fields,
  },
};

/** What is asked for under a power. */
export function procedureOf(powerCode: string): Procedure {
  return OWN[powerCode] ?? GENERAL;
}

/** The papers that are still missing, in the order in which they are asked for. */
export function missingPapers(powerCode: string, handedIn: readonly string[]): readonly RequiredPaper[] {
  return procedureOf(powerCode).papers.filter(({ key }) => !handedIn.includes(key));
}
