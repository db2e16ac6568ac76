import type { FindingText } from './finding-text.js';

/** What can be wrong with those who stand for election. */
export const CANDIDATE_FINDINGS = {
  'candidate-twice': {
    severity: 'blocks',
    sentence: {
      zh: '“{motion}”的候选人里有重名：{names}。票上分不清是谁。',
      en: 'Two candidates of "{motion}" have one name: {names}. A ballot could not tell them apart.',
    },
    fix: {
      zh: '若是同一人，请只列一次；若是两人，请在姓名后写明房屋。',
      en: 'List one once, or tell two by their homes.',
    },
  },
  'candidate-not-owner': {
    severity: 'warns',
    sentence: {
      zh: '登记中没有叫这个名字的业主：{names}（“{motion}”）。候选人应为本小区业主（指导规则第三十一条）。',
      en: 'No owner of this name is registered: {names} ("{motion}"). Candidates must be owners.',
    },
    fix: {
      zh: '请核对姓名；产权人是其他家人的，应由产权人参选，或先更正登记。',
      en: 'Check the name; where a relative holds the title, they stand, or the register is corrected first.',
    },
  },
  'candidate-undeclared': {
    severity: 'warns',
    sentence: {
      zh: '还没有任职资格承诺书：{names}（“{motion}”）。',
      en: 'No written declaration of fitness yet: {names} ("{motion}").',
    },
    fix: {
      zh: '请收齐书面承诺：具有完全民事行为能力，本人及近亲属未在本小区物业企业任职。',
      en: 'Collect it in writing: full capacity, and no close relative in the service of the manager.',
    },
  },
  'arrears-never-bar': {
    severity: 'warns',
    sentence: {
      zh: '“{motion}”以欠费限制参选资格，这没有法律依据（全国人大法工委 2021 年备案审查意见）。',
      en: '"{motion}" keeps owners in arrears from standing; no law does.',
    },
    fix: {
      zh: '请删去这一条件；物业费争议另行处理，不影响选举权和被选举权。',
      en: 'Take the condition out: fees are settled elsewhere.',
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;
