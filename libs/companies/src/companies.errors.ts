import { defineErrors } from '#libs/platform';
import { companyIssues } from './companies.issues.js';
import { errorsOfIssues } from './issue-errors.js';
import { recordIssues } from './record.issues.js';

export const companyErrors = defineErrors(
  {
    ...errorsOfIssues(recordIssues),
    ...errorsOfIssues(companyIssues),
    'company.not-found': {
      kind: 'not-found',
      zh: '没有编号为 {id} 的企业，或它不在您的权限范围内。请从企业列表中选取。',
      en: 'There is no company {id}, or it lies outside your scope. Choose one from the list.',
    },
    'company.code-taken': {
      kind: 'conflict',
      zh: '另一家企业已使用这个统一社会信用代码。请核对后重试。',
      en: 'Another company already has this credit code. Check it and try again.',
    },
    'company.in-use': {
      kind: 'conflict',
      zh: '这次导入不能撤销：{what}（“{example}”）依赖其中登记的企业“{company}”。请先撤销或更正后来的登记。',
      en: 'This import cannot be undone: {what} ("{example}") rests on the company "{company}". Undo that first.',
    },
    'record.in-use': {
      kind: 'conflict',
      zh: '这次导入不能撤销：{what}（“{example}”）依赖其中文号为“{document}”的登记。请先撤销或更正后来的登记。',
      en: 'This import cannot be undone: {what} ("{example}") rests on its record "{document}". Undo that first.',
    },
    'service-mode.emergency-too-long': {
      kind: 'rule',
      zh: '应急物业服务最长 {months} 个月。请更正截止日期，期间组织业主选聘物业企业。',
      en: 'An emergency service lasts at most {months} months. Correct its last day.',
    },
    'record.document-incomplete': {
      kind: 'rule',
      zh: '登记依据需要文号、发文单位和起止日期，现缺少：{missing}。请补齐后重试。',
      en: 'Evidence needs the document number, the issuing body and the days; missing: {missing}. Fill them in.',
    },
    // Retired: a file that is not there is refused as `file.not-found` before any record is written.
    'record.file-unknown': {
      kind: 'invalid',
      zh: '没有找到所附的文件。请先上传扫描件，再登记。',
      en: 'The attached file was not found. Upload the scan first, then register.',
    },
    'record.days-reversed': {
      kind: 'rule',
      zh: '有效期的最后一天早于第一天。请对照原件更正。',
      en: 'The validity would end before it starts. Correct the days from the original.',
    },
    'record.already-recorded': {
      kind: 'conflict',
      zh: '同样的记录已经登记，没有需要变更的内容。',
      en: 'The same record is registered already; nothing would change.',
    },
  },
  {
    company_credit_code_once: 'company.code-taken',
    service_mode_days: 'record.days-reversed',
    committee_days: 'record.days-reversed',
    party_organisation_days: 'record.days-reversed',
  },
);
