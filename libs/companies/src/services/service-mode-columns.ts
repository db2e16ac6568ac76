import { code, day, defineColumns, text } from '#libs/platform';
import {
  COMPOUND_REFERENCE_COLUMNS,
  DOCUMENT_NUMBER_COLUMN,
  FIRST_DAY_TYPE,
  LAST_DAY_TYPE,
} from '../lists/list-columns.js';

/** The columns of a list of contracts and other service modes. */
export const SERVICE_MODE_COLUMNS = defineColumns({
  ...COMPOUND_REFERENCE_COLUMNS,
  mode: {
    label: { zh: '服务方式', en: 'mode' },
    type: text({ longest: 60, keepNone: true }),
    synonyms: ['服务模式', '管理方式', '管理模式', '物业服务方式', '物业服务模式', '物业管理方式', '物业管理模式'],
    fallbacks: ['模式', '方式'],
    note: {
      zh: '专业物业 P、其他管理人 M、业主自管 S、单位自管 U、社区托管 T、连片打包 B、应急物业 E、无',
      en: 'P company, M other manager, S owners, U unit, T trusteeship, B bundle, E emergency, 无 none',
    },
    example: '专业物业',
  },
  company: {
    label: { zh: '物业企业', en: 'company' },
    type: text({ longest: 200, keepNone: true }),
    synonyms: [
      '物业公司',
      '物业服务企业',
      '物业企业名称',
      '物业公司名称',
      '企业名称',
      '物业服务单位',
      '服务单位',
      '物业服务人',
      '服务企业',
    ],
    fallbacks: ['物业', '管理单位', '乙方'],
    example: '示例物业服务有限公司',
  },
  creditCode: {
    label: { zh: '统一社会信用代码', en: 'credit_code' },
    type: code({ longest: 30 }),
    synonyms: ['信用代码', '社会信用代码', '企业信用代码', 'uscc'],
  },
  documentNumber: { ...DOCUMENT_NUMBER_COLUMN, fallbacks: ['合同编号', '合同号', '合同备案号'] },
  issuingBody: {
    label: { zh: '备案机关', en: 'issuing_body' },
    type: text({ longest: 120 }),
    synonyms: ['发文单位', '发文机关', '签发机关', '签发单位', '备案单位', '批准机关', '备案部门'],
    example: '示例区住建局',
  },
  issuedOn: {
    label: { zh: '签发日期', en: 'issued_on' },
    type: day(),
    synonyms: ['发文日期', '签订日期', '签订时间', '合同签订日期', '签约日期', '批准日期'],
  },
  from: {
    label: { zh: '开始日期', en: 'from' },
    type: FIRST_DAY_TYPE,
    synonyms: [
      '起始日期',
      '生效日期',
      '合同开始日期',
      '合同起始日期',
      '服务开始日期',
      '开始时间',
      '起始时间',
      '合同开始时间',
      '有效期起',
    ],
    example: '2026-01-01',
  },
  to: {
    label: { zh: '截止日期', en: 'to' },
    type: LAST_DAY_TYPE,
    synonyms: [
      '结束日期',
      '到期日期',
      '终止日期',
      '合同截止日期',
      '合同到期日期',
      '合同结束日期',
      '服务结束日期',
      '结束时间',
      '到期时间',
      '有效期止',
    ],
    note: { zh: '最后一天；自管、单位自管、托管可写“长期”', en: 'the last day; may be open for S, U and T' },
    example: '2028-12-31',
  },
  filedOn: { label: { zh: '备案日期', en: 'filed_on' }, type: day(), synonyms: ['备案时间', '合同备案日期'] },
});
