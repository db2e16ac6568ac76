import { COMPOUND_REFERENCE_COLUMNS, DOCUMENT_NUMBER_COLUMN, FIRST_DAY_TYPE, LAST_DAY_TYPE } from '#libs/companies';
import { code, count, day, defineColumns, text } from '#libs/platform';

/** The columns of a list of party organisations of committees and of companies. */
export const PARTY_COLUMNS = defineColumns({
  subject: {
    label: { zh: '对象类型', en: 'subject' },
    type: text({ longest: 60 }),
    synonyms: ['对象', '主体类型', '所属类型'],
    note: {
      zh: '业委会（物管会）或物业企业；只填一方时可不写',
      en: '业委会 or 物业企业; may be left out where only one is named',
    },
    example: '业委会',
  },
  ...COMPOUND_REFERENCE_COLUMNS,
  committee: {
    label: { zh: '业委会名称', en: 'committee' },
    type: text({ longest: 200 }),
    synonyms: ['业主委员会名称', '物管会名称', '业委会', '物管会'],
  },
  company: {
    label: { zh: '物业企业', en: 'company' },
    type: text({ longest: 200 }),
    synonyms: ['物业公司', '企业名称', '物业服务企业', '物业企业名称', '物业公司名称', '公司名称'],
  },
  creditCode: {
    label: { zh: '统一社会信用代码', en: 'credit_code' },
    type: code({ longest: 30 }),
    synonyms: ['信用代码', '社会信用代码', '企业信用代码', 'uscc'],
  },
  kind: {
    label: { zh: '组织形式', en: 'kind' },
    type: text({ longest: 60, keepNone: true }),
    synonyms: ['党组织类型', '党组织形式', '组织类型', '组建方式', '设置形式', '类型'],
    fallbacks: ['党组织', '是否建立党组织', '党组织覆盖'],
    note: {
      zh: '独立党支部、联合党支部、功能型党支部、挂靠、党建指导员、无',
      en: 'own, joint, function, attached, instructor (work only), 无 none',
    },
    example: '独立党支部',
  },
  name: {
    label: { zh: '名称', en: 'name' },
    type: text({ longest: 200 }),
    synonyms: ['党组织名称', '党支部名称', '支部名称'],
  },
  secretary: {
    label: { zh: '书记', en: 'secretary' },
    type: text({ longest: 60 }),
    synonyms: ['党组织书记', '党支部书记', '支部书记', '书记姓名', '负责人', '指导员姓名'],
  },
  memberCount: {
    label: { zh: '党员人数', en: 'members' },
    type: count({ most: 10_000 }),
    synonyms: ['党员数', '党员数量', '正式党员数', '党员总数'],
  },
  approvedOn: {
    label: { zh: '批准日期', en: 'approved_on' },
    type: day(),
    synonyms: ['批复日期', '批复时间', '批准时间', '成立日期', '成立时间'],
    example: '2026-01-01',
  },
  from: {
    label: { zh: '任期开始', en: 'term_from' },
    type: FIRST_DAY_TYPE,
    synonyms: ['任期起', '任期开始日期', '开始日期', '任期自'],
    note: { zh: '不填时自批准之日起', en: 'left out: the day of the approval' },
  },
  to: {
    label: { zh: '任期截止', en: 'term_to' },
    type: LAST_DAY_TYPE,
    synonyms: ['任期止', '任期截止日期', '任期届满', '任期届满日期', '届满日期', '截止日期', '结束日期', '任期至'],
    example: '2028-12-31',
  },
  issuingBody: {
    label: { zh: '批准机关', en: 'approving_body' },
    type: text({ longest: 120 }),
    synonyms: ['上级党组织', '批准单位', '批复单位', '审批机关', '发文单位', '发文机关'],
    example: '示例街道党工委',
  },
  documentNumber: DOCUMENT_NUMBER_COLUMN,
});
