import { code, day, defineColumns, text } from '#libs/platform';

/** The columns of a list of companies. */
export const COMPANY_COLUMNS = defineColumns({
  name: {
    label: { zh: '企业名称', en: 'name' },
    type: text({ longest: 200 }),
    required: true,
    synonyms: [
      '物业企业',
      '物业公司',
      '物业服务企业',
      '物业企业名称',
      '物业公司名称',
      '物业服务企业名称',
      '公司名称',
      '单位名称',
      'company',
    ],
    fallbacks: ['名称', '#key'],
    example: '示例物业服务有限公司',
  },
  creditCode: {
    label: { zh: '统一社会信用代码', en: 'credit_code' },
    type: code({ longest: 30 }),
    synonyms: ['信用代码', '社会信用代码', '统一信用代码', '机构代码', 'uscc'],
    note: {
      zh: '18 位；校验不通过的仍会登记，并给出提醒',
      en: '18 signs; one that fails its check is kept with a warning',
    },
  },
  address: {
    label: { zh: '地址', en: 'address' },
    type: text({ longest: 300 }),
    synonyms: ['注册地址', '企业地址', '公司地址', '住所'],
    fallbacks: ['经营地址', '办公地址', '联系地址'],
  },
  contact: {
    label: { zh: '联系人', en: 'contact' },
    type: text({ longest: 120 }),
    synonyms: ['负责人', '企业联系人'],
    fallbacks: ['联系方式', '联系电话', '电话', '法定代表人', '法人'],
  },
  registeredOn: {
    label: { zh: '登记日期', en: 'registered_on' },
    type: day(),
    synonyms: ['注册日期', '注册时间', '登记时间'],
    fallbacks: ['成立日期', '成立时间'],
  },
  documentNumber: {
    label: { zh: '文号', en: 'document_number' },
    type: text({ longest: 120 }),
    synonyms: ['登记文号', '证照编号', '备案号', '备案文号'],
  },
  issuingBody: {
    label: { zh: '登记机关', en: 'issuing_body' },
    type: text({ longest: 120 }),
    synonyms: ['发证机关', '发文单位', '备案机关', '批准机关', '签发机关'],
  },
});
