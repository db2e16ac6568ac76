import { defineIssues } from '#libs/platform';

/** What can be wrong with rows about committees. */
export const committeeIssues = defineIssues({
  'committee.kind-unknown': {
    message: { zh: '看不懂类型“{value}”。', en: 'The kind "{value}" is unknown.' },
    fix: { zh: '改为：业委会、物管会、单一业主（免设）、无。', en: 'Use 业委会, 物管会, 单一业主 or 无.' },
  },
  'committee.kind-needed': {
    message: {
      zh: '没有写明是业委会还是物管会，从名称也看不出来。',
      en: 'Neither the kind nor the name tells which body it is.',
    },
    fix: { zh: '在“类型”列填写业委会、物管会或单一业主。', en: 'Give the kind: 业委会, 物管会 or 单一业主.' },
  },
  'committee.day-in-future': {
    message: { zh: '“{column}”{value} 晚于今天，还没有发生。', en: '"{column}" {value} lies in the future.' },
    fix: { zh: '更正日期；计划中的事，发生后再登记。', en: 'Correct the day; what is planned comes later.' },
  },
  'committee.more-members-than-seats': {
    message: { zh: '在任 {members} 人，多于应有席位 {seats} 个。', en: '{members} members on {seats} seats.' },
    fix: { zh: '对照备案表更正席位数或在任人数。', en: 'Correct the seats or the members from the filing.' },
  },
});
