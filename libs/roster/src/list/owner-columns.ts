import { code, day, defineColumns, floorArea, integer, text } from '#libs/platform';
import { COMPOUND_REFERENCE_COLUMNS } from '#libs/companies';

const { compoundCode, compoundName, area, township, village } = COMPOUND_REFERENCE_COLUMNS;

/** The keys of a JSON object of objects name rooms here, and the compound is named by the list. */
const COMPOUND = {
  compoundCode,
  compoundName: { ...compoundName, fallbacks: ['项目', '楼盘'] },
  area,
  township,
  village,
};

/** Where a unit lies and what it is. */
const UNIT = defineColumns({
  building: {
    label: { zh: '楼栋', en: 'building' },
    type: text({ longest: 40 }),
    synonyms: ['楼号', '栋号', '幢号', '楼栋号', '楼幢号', '栋', '幢', '楼座', '座号', '楼宇', '楼栋名称', '自然幢号'],
    fallbacks: ['楼'],
    example: '1号楼',
  },
  stairway: {
    label: { zh: '单元', en: 'stairway' },
    type: text({ longest: 20 }),
    synonyms: ['单元号', '门洞', '梯号', '单元名称'],
    example: '1单元',
  },
  floor: {
    label: { zh: '楼层', en: 'floor' },
    type: integer({ least: -9, most: 200 }),
    unreadable: 'warns',
    synonyms: ['所在层', '层', '层数', '所在楼层'],
  },
  room: {
    label: { zh: '房号', en: 'room' },
    type: text({ longest: 60 }),
    synonyms: ['房间号', '室号', '门牌号', '房屋编号', '户号', '室', '房间', '房屋号', '单元房号'],
    fallbacks: ['房屋', '#key'],
    note: { zh: '可只写 101，也可写全 1-1-101、1栋101', en: '101, or the whole address such as 1-1-101' },
    example: '101',
  },
  address: {
    label: { zh: '房屋坐落', en: 'address' },
    type: text({ longest: 200 }),
    synonyms: ['坐落', '房屋地址', '房产地址', '物业地址', '详细地址', '房屋位置', '门牌'],
    fallbacks: ['地址', '住址'],
  },
  use: {
    label: { zh: '房屋用途', en: 'use' },
    type: text({ longest: 40 }),
    synonyms: ['用途', '规划用途', '房屋类型', '房屋性质', '物业类型', '设计用途', '业态', '户型用途'],
    fallbacks: ['类型', '性质'],
    example: '住宅',
  },
  floorArea: {
    label: { zh: '建筑面积', en: 'floor_area' },
    type: floorArea(),
    synonyms: [
      '产权面积',
      '房屋面积',
      '专有面积',
      '专有部分面积',
      '房屋建筑面积',
      '登记面积',
      '证载面积',
      '实测面积',
      '合同面积',
      '计费面积',
    ],
    fallbacks: ['面积'],
    unreadable: 'warns',
    example: '89.56㎡',
  },
  areaSource: {
    label: { zh: '面积来源', en: 'area_source' },
    type: text({ longest: 40 }),
    synonyms: ['面积依据', '面积类型'],
    note: { zh: '不动产登记、实测、合同；不写按名单所称', en: '不动产登记 register, 实测 survey, 合同 contract' },
    example: '不动产登记',
  },
  commonShare: {
    label: { zh: '共有部分份额', en: 'common_share' },
    type: text({ longest: 40 }),
    synonyms: ['公摊份额', '公摊比例', '分摊比例', '份额比例', '權利範圍', '共有份額'],
    fallbacks: ['#value'],
    note: { zh: '占全小区的比例，如 0.353%', en: 'of the whole compound, such as 0.353%' },
  },
  status: {
    label: { zh: '房屋状态', en: 'status' },
    type: text({ longest: 40, keepNone: true }),
    synonyms: ['销售状态', '交付状态', '是否交付', '是否已售', '售房状态', '入住状态', '房态'],
    fallbacks: ['状态'],
    note: { zh: '已交付、已售未交付、未售', en: '已交付 delivered, 已售未交付 sold only, 未售 unsold' },
    example: '已交付',
  },
});

/** Who owns it; what is personal is never quoted back in reports. */
const OWNERS = defineColumns({
  owner: {
    label: { zh: '业主姓名', en: 'owner' },
    type: text({ longest: 200 }),
    personal: true,
    synonyms: [
      '业主',
      '产权人',
      '权利人',
      '所有权人',
      '业主名称',
      '房主',
      '户主',
      '姓名',
      '产权人姓名',
      '权利人名称',
      '买受人',
      '业主(产权人)',
      '共有人',
    ],
    fallbacks: ['名称'],
    note: { zh: '多位业主用顿号“、”分开，也可分行', en: 'several owners are parted by 、 or have lines of their own' },
    example: '示例业主',
  },
  idNumber: {
    label: { zh: '证件号码', en: 'id_number' },
    type: code({ longest: 200 }),
    unreadable: 'warns',
    personal: true,
    synonyms: [
      '身份证号',
      '身份证号码',
      '身份证',
      '证件号',
      '公民身份号码',
      '业主身份证号',
      '产权人证件号',
      '权利人证件号',
      '统一社会信用代码',
    ],
  },
  phone: {
    label: { zh: '联系电话', en: 'phone' },
    type: text({ longest: 200 }),
    personal: true,
    synonyms: ['手机', '手机号', '手机号码', '电话', '电话号码', '联系方式', '业主电话', '业主手机', '业主联系电话'],
  },
  share: {
    label: { zh: '产权份额', en: 'share' },
    type: text({ longest: 80 }),
    synonyms: [
      '份额',
      '共有份额',
      '所有权份额',
      '产权比例',
      '占有份额',
      '持有份额',
      '占比',
      '共有方式',
      '共有情况',
      '共有比例',
    ],
    note: { zh: '如 50%、1/2；共同共有可不写', en: 'such as 50% or 1/2; none for joint owners' },
    example: '100%',
  },
  representative: {
    label: { zh: '共有人代表', en: 'representative' },
    type: text({ longest: 60 }),
    personal: true,
    synonyms: ['投票代表', '业主代表', '表决权行使人', '共有权人代表'],
  },
  guardian: {
    label: { zh: '监护人', en: 'guardian' },
    type: text({ longest: 60 }),
    personal: true,
    synonyms: ['法定监护人'],
  },
  acquiredOn: {
    label: { zh: '取得日期', en: 'acquired_on' },
    type: day(),
    unreadable: 'warns',
    synonyms: [
      '登记日期',
      '登记时间',
      '交付日期',
      '交房日期',
      '交房时间',
      '接房日期',
      '购房日期',
      '发证日期',
      '取得时间',
      '收房日期',
    ],
  },
  document: {
    label: { zh: '不动产权证号', en: 'document' },
    type: text({ longest: 120 }),
    synonyms: [
      '房产证号',
      '产权证号',
      '不动产权证书号',
      '权证号',
      '产证号',
      '房屋所有权证号',
      '合同编号',
      '合同号',
      '网签合同号',
      '证书编号',
    ],
  },
});

/** The columns of a register of owners, as property firms and developers keep them. */
export const OWNER_COLUMNS = defineColumns({ ...UNIT, ...OWNERS, ...COMPOUND });

export type OwnerColumns = typeof OWNER_COLUMNS;
