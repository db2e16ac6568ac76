import { defineIssues } from '#libs/platform';

/** What can be wrong with rows about party organisations. */
export const partyIssues = defineIssues({
  'party.subject-missing': {
    message: {
      zh: '没有写明是哪个业委会（物管会）或哪家企业的党组织。',
      en: 'The row names neither a committee nor a company.',
    },
    fix: {
      zh: '填写小区或业委会名称，或者物业企业名称（信用代码）。',
      en: 'Give the compound or committee, or the company.',
    },
  },
  'party.subject-unclear': {
    message: { zh: '同时写了小区和企业，看不出党组织属于哪一方。', en: 'Both a compound and a company are named.' },
    fix: { zh: '在“对象类型”列填写“业委会”或“物业企业”。', en: 'Fill in whose it is: 业委会 or 物业企业.' },
  },
  'party.no-committee': {
    message: { zh: '“{asked}”没有已备案的业委会或物管会。', en: '"{asked}" has no filed committee.' },
    fix: { zh: '先导入业委会（物管会）名单。', en: 'Import the committees first.' },
  },
  'party.committee-ambiguous': {
    message: { zh: '有 {count} 个业委会（物管会）叫“{asked}”。', en: '{count} committees are named "{asked}".' },
    fix: { zh: '填写小区编码。', en: 'Give the code of the compound.' },
  },
  'party.company-unknown': {
    message: { zh: '台账里没有企业“{asked}”。', en: 'The register has no company "{asked}".' },
    fix: {
      zh: '核对名称和信用代码；确实没有的，先导入企业名录。',
      en: 'Check name and code, or import the companies first.',
    },
  },
  'party.kind-unknown': {
    message: { zh: '看不懂组织形式“{value}”。', en: 'The kind "{value}" is unknown.' },
    fix: {
      zh: '改为：独立党支部、联合党支部、功能型党支部、挂靠、党建指导员、无。',
      en: 'Use the words of the template.',
    },
  },
  'party.kind-needed': {
    message: { zh: '没有写明党组织的组织形式。', en: 'The kind of party organisation is missing.' },
    fix: { zh: '在“组织形式”列填写独立、联合、功能型、挂靠或党建指导员。', en: 'Fill in the kind of organisation.' },
  },
});
