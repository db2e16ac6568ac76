import type { FindingText } from './finding-text.js';

/** What can be wrong with the days of a vote, and with its roll. */
export const TIMETABLE_FINDINGS = {
  'notice-too-short': {
    severity: 'blocks',
    sentence: {
      zh: '通知日 {notice} 到表决开始 {opens} 只有 {days} 天，不足 {needed} 天（物业管理条例第十四条）。',
      en: 'From the notice on {notice} to {opens} there are {days} days, fewer than {needed}.',
    },
    fix: { zh: '表决最早 {floor} 开始，稳妥为 {safe}。', en: 'Open on {floor} at the earliest, safely on {safe}.' },
  },
  'notice-unsafe': {
    severity: 'warns',
    sentence: {
      zh: '通知日到表决开始刚好 {days} 天，对首日是否计算可能有争议。',
      en: 'There are just {days} days of notice; whether the first counts may be argued.',
    },
    fix: { zh: '建议 {safe} 开始。', en: 'Open on {safe} instead.' },
  },
  'ballot-too-short': {
    severity: 'blocks',
    sentence: { zh: '表决期只有 {days} 天，少于 {needed} 天。', en: 'Voting lasts {days} days, fewer than {needed}.' },
    fix: { zh: '请把截止时间推后。', en: 'Close later.' },
  },
  'ballot-too-long': {
    severity: 'blocks',
    sentence: { zh: '表决期有 {days} 天，超过 {needed} 天。', en: 'Voting lasts {days} days, more than {needed}.' },
    fix: { zh: '请把截止时间提前。', en: 'Close earlier.' },
  },
  'closes-on-holiday': {
    severity: 'warns',
    sentence: { zh: '表决在节假日 {day} 截止。', en: 'Voting closes on {day}, a holiday.' },
    fix: {
      zh: '依民法典第二百零三条，以节假日后的 {next} 截止更稳妥。',
      en: 'By Civil Code 203 close on {next}, the next working day.',
    },
  },
  'mostly-holidays': {
    severity: 'warns',
    sentence: {
      zh: '表决期 {days} 天中只有 {working} 个工作日。',
      en: 'Only {working} of the {days} days of voting are working days.',
    },
    fix: { zh: '长假期间业主外出，请考虑延长。', en: 'Owners are away on long holidays; consider a longer period.' },
  },
  'no-roll': {
    severity: 'blocks',
    sentence: { zh: '还没有冻结并公示业主名册。', en: 'No roll of owners is frozen and published.' },
    fix: { zh: '请先生成名册。', en: 'Freeze the roll first.' },
  },
  'roll-empty': {
    severity: 'blocks',
    sentence: { zh: '名册上没有业主。', en: 'The roll names no owner.' },
    fix: { zh: '请核对房屋与业主登记，以及表决范围。', en: 'Check the register, and the scope of the vote.' },
  },
  'roll-objections-open': {
    severity: 'blocks',
    sentence: { zh: '有 {count} 条名册异议尚未答复。', en: '{count} objections to the roll wait for an answer.' },
    fix: { zh: '请逐条答复；成立的要更正名册。', en: 'Answer each; correct the roll where it is right.' },
  },
  'roll-still-shown': {
    severity: 'blocks',
    sentence: { zh: '名册异议期到 {until} 才结束。', en: 'Objections to the roll may come until {until}.' },
    fix: { zh: '请在此之后开始表决。', en: 'Open after that day.' },
  },
  'roll-doubts': {
    severity: 'warns',
    sentence: {
      zh: '名册上有 {count} 户有疑点（面积、业主、份额或代表人）。',
      en: '{count} parties on the roll are in doubt (area, owner, shares or representative).',
    },
    fix: { zh: '请逐户核对；存疑不影响投票权。', en: 'Look at each; a doubt takes no vote away.' },
  },
} as const satisfies Readonly<Record<string, FindingText>>;
