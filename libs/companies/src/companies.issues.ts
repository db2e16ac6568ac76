import { defineIssues } from '#libs/platform';

/** What can be wrong with rows about companies, service modes and signs of service. */
export const companyIssues = defineIssues({
  'company.ambiguous': {
    message: { zh: '有多家企业叫“{company}”，无法判断是哪一家。', en: 'Several companies are named "{company}".' },
    fix: { zh: '填写统一社会信用代码。', en: 'Give the unified social credit code.' },
  },
  'company.unknown-code': {
    message: {
      zh: '没有信用代码为“{company}”的企业，行里也没有企业名称。',
      en: 'No company has the code "{company}", and the row names none.',
    },
    fix: { zh: '填写企业名称，或先导入企业名录。', en: 'Give the name of the company, or import the companies first.' },
  },
  'company.only-in-contracts': {
    message: {
      zh: '企业“{company}”不在企业名录中，暂按合同清单登记了名称。',
      en: 'The company "{company}" is known only from contracts and was registered by its name.',
    },
    fix: { zh: '导入企业名录，补全信用代码、登记日期等。', en: 'Import the list of companies to complete it.' },
  },
  'company.credit-code-doubtful': {
    message: { zh: '信用代码“{value}”可疑：{zh}', en: 'The credit code "{value}" is doubtful: {en}' },
    fix: {
      zh: '已按原样登记；核对后如有误，更正并重新导入。',
      en: 'Kept as written; if it is wrong, correct it and send it again.',
    },
  },
  'company.namesake': {
    message: {
      zh: '台账里不止一家企业叫“{company}”，信用代码不同。',
      en: 'More than one company is named "{company}", with other codes.',
    },
    fix: { zh: '核对是否同一家；是的，更正信用代码。', en: 'If they are the same company, correct the code.' },
  },
  'service-mode.mode-unknown': {
    message: { zh: '看不懂服务方式“{value}”。', en: 'The mode of service "{value}" is unknown.' },
    fix: {
      zh: '改为：专业物业、其他管理人、业主自管、单位自管、社区托管、连片打包、应急物业、无（或字母 P M S U T B E）。',
      en: 'Use P, M, S, U, T, B or E, or the Chinese words of the template.',
    },
  },
  'service-mode.mode-needed': {
    message: {
      zh: '有文号和日期，但没有写明服务方式，也没有服务单位。',
      en: 'There is a paper, but neither the mode nor who serves.',
    },
    fix: { zh: '填写服务方式或物业企业。', en: 'Give the mode of service or the company.' },
  },
  'service-mode.company-needed': {
    message: { zh: '服务方式是“{mode}”，但没有写明企业。', en: 'The mode is "{mode}", but no company is named.' },
    fix: { zh: '填写物业企业名称或统一社会信用代码。', en: 'Give the name or the credit code of the company.' },
  },
  'service-mode.contracts-overlap': {
    message: {
      zh: '与文号“{documentNumber}”（{from} 至 {to}）重叠：一个物业管理区域只能由一家企业服务（物业管理条例第三十三条）。',
      en: 'It overlaps "{documentNumber}" ({from} to {to}): one area has one company (Regulation, article 33).',
    },
    fix: {
      zh: '核对两份合同的起止日期；前一份已提前终止的，先更正它的结束日期。',
      en: 'Check the days; if the other one ended early, correct its last day first.',
    },
  },
  'service-sign.kind-unknown': {
    message: { zh: '看不懂服务痕迹的类型“{value}”。', en: 'The kind of sign "{value}" is unknown.' },
    fix: { zh: '改为：巡查、收费、工单。', en: 'Use 巡查 (inspection), 收费 (fee run) or 工单 (work order).' },
  },
  'service-sign.day-missing': {
    message: { zh: '没有写日期。', en: 'The day is missing.' },
    fix: { zh: '填写巡查、收费或工单发生的日期。', en: 'Give the day on which it happened.' },
  },
  'service-sign.day-impossible': {
    message: {
      zh: '日期 {value} 不可能：应在 2000-01-01 至今天（{today}）之间。',
      en: '{value} cannot be: it must lie between 2000-01-01 and {today}.',
    },
    fix: {
      zh: '更正日期；尚未发生的，等发生后再导入。',
      en: 'Correct the day; what has not happened yet comes later.',
    },
  },
});
