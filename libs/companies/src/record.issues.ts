import { defineIssues } from '#libs/platform';

/** What can be wrong with a row about compounds and papers, whatever context it belongs to. */
export const recordIssues = defineIssues({
  'record.compound-missing': {
    message: { zh: '没有写明是哪个小区。', en: 'The row names no compound.' },
    fix: {
      zh: '填写小区编码，或小区名称（重名时加区划）。',
      en: 'Give the code of the compound, or its name (with the area if needed).',
    },
  },
  'record.compound-unknown': {
    message: {
      zh: '台账里没有小区“{asked}”，或它不在您的管辖范围内。',
      en: 'The register has no compound "{asked}" inside your scope.',
    },
    fix: {
      zh: '核对编码和名称；确实没有的，先导入小区名单。',
      en: 'Check code and name; if it is new, import the compounds first.',
    },
  },
  'record.compound-ambiguous': {
    message: {
      zh: '台账里有 {count} 个小区叫“{asked}”，无法判断是哪一个。',
      en: '{count} compounds are named "{asked}".',
    },
    fix: {
      zh: '填写小区编码，或在“所在区域”列写明街道、社区；如本是同一个小区，先在“名单比对”中合并。',
      en: 'Give the code of the compound, or name its area; if they are one compound, merge them first.',
    },
  },
  'record.ends-before-start': {
    message: {
      zh: '有效期止于 {to}，早于开始的 {from}。',
      en: 'The validity ends on {to}, before it starts on {from}.',
    },
    fix: { zh: '对照原件更正开始或结束日期。', en: 'Correct the first or the last day from the original.' },
  },
  'record.only-a-claim': {
    message: {
      zh: '写了文号，但缺少{missing}，只能按“名单所称”记录，不算依据。',
      en: 'The paper is named, but {missing} is missing: recorded as a claim, not as evidence.',
    },
    fix: {
      zh: '补上{missing}后重新导入，即成为依据。',
      en: 'Fill in {missing} and send it again to make it evidence.',
    },
  },
  'record.repeated': {
    message: { zh: '与第 {firstRow} 行内容相同。', en: 'It says the same as row {firstRow}.' },
    fix: { zh: '不需要处理。', en: 'Nothing.' },
  },
  'record.contradicts-row': {
    message: {
      zh: '与第 {firstRow} 行是同一条记录，但内容不同。',
      en: 'It is the record of row {firstRow}, but says something else.',
    },
    fix: { zh: '核对后只保留正确的一行。', en: 'Keep only the row that is right.' },
  },
});
