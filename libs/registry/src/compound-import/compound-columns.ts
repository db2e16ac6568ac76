import { choice, code, count, day, defineColumns, floorArea, nameList, text, year } from '#libs/platform';
import { PLACE_COLUMNS } from './place-columns.js';

const STATUS = choice({
  'in-use': ['在用', '使用中', '正常', '已交付', '在册', '已入住', '已建成', '正常使用'],
  'under-construction': ['在建', '建设中', '未交付', '未建成', '在建未交付'],
  demolished: ['已拆除', '拆除', '已拆迁', '拆迁', '灭失', '已注销', '注销'],
});

/** Values that a compound never reaches: beyond them a cell was typed wrongly, or means something else. */
const MOST_HOUSEHOLDS = 100_000;
const MOST_BUILDINGS = 5_000;

/**
 * The columns of a list of compounds, with the headings that lists in real use have. Headings that say the same are
 * synonyms, and a file with two of them is refused; a heading that merely may say it (小区地址 beside 地址) is a
 * fallback: it serves where no better one is there, else it is kept as it is.
 */
export const COMPOUND_COLUMNS = defineColumns({
  name: {
    label: { zh: '小区名称', en: 'name' },
    type: text({ longest: 100 }),
    required: true,
    synonyms: [
      'plot_name',
      '小区名',
      '小区',
      '名称',
      '住宅小区名称',
      '楼盘名称',
      '项目名称',
      '物业项目名称',
      'compound_name',
      'compound',
    ],
    fallbacks: ['项目', '楼盘'],
    example: '示例小区',
  },
  code: {
    label: { zh: '小区编码', en: 'code' },
    type: code({ longest: 60 }),
    synonyms: ['小区编号', '小区代码', '小区ID', '项目编号', '项目编码', 'own_code', 'compound_code'],
    fallbacks: ['编码', '编号', '代码'],
    note: {
      zh: '本名单自己的编码，用来在再次导入时认出同一行；没有则按名称加地址辨认',
      en: "the list's own code, by which a row is known again; without it, name and address",
    },
  },
  aliases: {
    label: { zh: '别名', en: 'aliases' },
    type: nameList({ longest: 100 }),
    synonyms: ['曾用名', '小区别名', '又名', '其他名称'],
  },
  address: {
    label: { zh: '地址', en: 'address' },
    type: text({ longest: 300 }),
    synonyms: ['详细地址', '项目地址', '坐落', '坐落地址'],
    fallbacks: ['小区地址', '坐落位置', '具体位置', '位置', '地理位置', '地址链'],
    example: '示例路1号',
  },
  ...PLACE_COLUMNS,
  buildings: {
    label: { zh: '楼栋数', en: 'buildings' },
    type: count({ most: MOST_BUILDINGS }),
    synonyms: [
      '总幢数',
      '楼栋总数',
      '总栋数',
      '幢数',
      '栋数',
      '楼幢数',
      '楼栋数量',
      '楼宇数',
      '楼宇数量',
      '住宅楼栋数',
    ],
    fallbacks: ['楼栋', '楼数'],
  },
  households: {
    label: { zh: '总户数', en: 'households' },
    type: count({ most: MOST_HOUSEHOLDS }),
    synonyms: ['小区户数', '户数', '房屋总数', '住户数', '住户总数', '住宅户数', '总套数', '房屋套数'],
    fallbacks: ['套数', '规划户数'],
    example: '500',
  },
  floorArea: {
    label: { zh: '总建筑面积', en: 'floor_area' },
    type: floorArea(),
    synonyms: ['建筑面积', '小区建筑面积', '小区总建筑面积', '项目建筑面积', '房屋建筑面积'],
    fallbacks: ['总面积', '面积'],
    example: '69000㎡',
  },
  builtYear: {
    label: { zh: '建成年份', en: 'built_year' },
    type: year({ least: 1900, most: 2100 }),
    synonyms: [
      '小区年代',
      '建造年代',
      '建成年代',
      '建筑年代',
      '建设年代',
      '建造年份',
      '建筑年份',
      '竣工年份',
      '建成年',
    ],
    fallbacks: ['年代', '建成时间', '竣工时间'],
  },
  kind: {
    label: { zh: '小区类型', en: 'kind' },
    type: text({ longest: 60 }),
    synonyms: ['物业类型', '房屋类型', '小区类别', '住宅类型', '小区性质'],
    fallbacks: ['类型', '类别'],
  },
  deliveredOn: {
    label: { zh: '交付日期', en: 'delivered_on' },
    type: day(),
    synonyms: ['交付时间', '交房日期', '交房时间', '交付使用日期', '交付使用时间'],
  },
  status: {
    label: { zh: '小区状态', en: 'status' },
    type: STATUS,
    synonyms: ['使用状态', '在用状态', '小区现状'],
    fallbacks: ['状态'],
    note: { zh: '不填即为在用', en: 'in use when left empty' },
  },
  manager: {
    label: { zh: '物业公司', en: 'property_company' },
    type: text({ longest: 200, keepNone: true }),
    synonyms: [
      '物业服务企业',
      '物业企业',
      '物业管理公司',
      '物业服务公司',
      '物业管理企业',
      '物业服务单位',
      '物业管理单位',
      '物业单位',
      '物业名称',
      '物业服务人',
      '物业公司名称',
      '物业企业名称',
      '物业服务企业名称',
    ],
    fallbacks: [
      '物业',
      '物业管理',
      '管理单位',
      '物业管理模式',
      '物业管理方式',
      '物业服务模式',
      '物业情况',
      '物业管理情况',
    ],
    note: { zh: '公司名称，或“业主自管”“社区托管”“无”', en: 'a company, or 业主自管, 社区托管, 无' },
  },
  developer: {
    label: { zh: '开发商', en: 'developer' },
    type: text({ longest: 200 }),
    synonyms: ['开发单位', '开发企业', '建设单位', '开发建设单位', '建造公司', '房地产开发企业'],
  },
  fee: {
    label: { zh: '物业费', en: 'fee' },
    type: text({ longest: 200 }),
    synonyms: ['物业费用', '物业费标准', '物业收费标准', '物业服务费', '物业服务费标准', '物业费单价'],
    fallbacks: ['收费标准'],
  },
});
