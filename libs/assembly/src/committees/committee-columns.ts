import { COMPOUND_REFERENCE_COLUMNS, DOCUMENT_NUMBER_COLUMN, FIRST_DAY_TYPE, LAST_DAY_TYPE } from '#libs/companies';
import { count, day, defineColumns, text } from '#libs/platform';

/** No committee has more seats than this; above it a cell was typed wrongly. */
const MOST_SEATS = 99;

/** The columns of a list of committees and property management committees. */
export const COMMITTEE_COLUMNS = defineColumns({
  ...COMPOUND_REFERENCE_COLUMNS,
  name: {
    label: { zh: '名称', en: 'name' },
    type: text({ longest: 200 }),
    synonyms: ['业委会名称', '业主委员会名称', '物管会名称', '业委会(物管会)名称', '机构名称', '组织名称'],
    example: '示例小区业主委员会',
  },
  kind: {
    label: { zh: '类型', en: 'kind' },
    type: text({ longest: 60, keepNone: true }),
    synonyms: ['机构类型', '组织类型', '类别', '业委会或物管会', '业委会类型'],
    fallbacks: ['业委会', '物管会', '业委会(物管会)', '是否成立业委会', '业委会成立情况'],
    note: {
      zh: '业委会、物管会、单一业主（免设）、无',
      en: '业委会 committee, 物管会 PMC, 单一业主 exemption, 无 none',
    },
    example: '业委会',
  },
  seats: {
    label: { zh: '应有席位', en: 'seats' },
    type: count({ most: MOST_SEATS }),
    synonyms: ['席位', '席位数', '应有人数', '应到人数', '委员名额', '委员总数'],
    example: '7',
  },
  members: {
    label: { zh: '在任人数', en: 'members' },
    type: count({ most: MOST_SEATS }),
    synonyms: ['现有人数', '在任委员', '实有人数', '现任人数', '委员人数', '委员数'],
    example: '7',
  },
  membersChangedOn: {
    label: { zh: '人数变动日期', en: 'members_changed_on' },
    type: day(),
    synonyms: ['委员变动日期', '变动日期', '缺额日期'],
  },
  electedOn: {
    label: { zh: '选举日期', en: 'elected_on' },
    type: day(),
    synonyms: ['当选日期', '选举产生日期', '成立日期', '成立时间', '组建日期'],
  },
  filedOn: { label: { zh: '备案日期', en: 'filed_on' }, type: day(), synonyms: ['备案时间'] },
  from: {
    label: { zh: '任期开始', en: 'term_from' },
    type: FIRST_DAY_TYPE,
    synonyms: ['任期起', '任期开始日期', '任期起始日期', '任期自', '开始日期', '本届任期开始'],
    example: '2026-01-01',
  },
  to: {
    label: { zh: '任期截止', en: 'term_to' },
    type: LAST_DAY_TYPE,
    synonyms: [
      '任期止',
      '任期结束',
      '任期截止日期',
      '任期届满',
      '任期届满日期',
      '届满日期',
      '任期至',
      '截止日期',
      '结束日期',
    ],
    example: '2030-12-31',
  },
  lastActivityOn: {
    label: { zh: '最近活动日期', en: 'last_activity_on' },
    type: day(),
    synonyms: ['最近会议日期', '最近一次会议日期', '最近活动时间', '最近一次活动'],
  },
  reelectionGroupOn: {
    label: { zh: '换届小组成立日期', en: 'reelection_group_on' },
    type: day(),
    synonyms: ['换届筹备组成立日期', '换届小组备案日期', '换届日期'],
  },
  documentNumber: DOCUMENT_NUMBER_COLUMN,
  issuingBody: {
    label: { zh: '备案机关', en: 'issuing_body' },
    type: text({ longest: 120 }),
    synonyms: ['发文单位', '发文机关', '备案单位', '批准机关', '签发机关', '备案部门'],
    example: '示例街道办事处',
  },
  issuedOn: { label: { zh: '签发日期', en: 'issued_on' }, type: day(), synonyms: ['发文日期', '批复日期', '批准日期'] },
});
