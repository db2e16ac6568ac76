import type { FindingText } from './finding-text.js';

/** What can be wrong with a motion. */
export const MOTION_FINDINGS = {
  'no-motions': {
    severity: 'blocks',
    sentence: { zh: '没有议题。', en: 'There is no motion.' },
    fix: { zh: '请先添加至少一项议题。', en: 'Add at least one motion first.' },
  },
  'no-way-to-oppose': {
    severity: 'blocks',
    sentence: { zh: '议题“{motion}”没有“反对”一项，业主无法表示反对。', en: '"{motion}" leaves no way to oppose.' },
    fix: { zh: '请给出“反对”一项（参见上海闵行案例）。', en: 'Offer "against" as well.' },
  },
  'no-way-to-abstain': {
    severity: 'warns',
    sentence: { zh: '议题“{motion}”没有“弃权”一项。', en: '"{motion}" leaves no way to abstain.' },
    fix: { zh: '建议同时列出同意、反对、弃权。', en: 'Offer for, against and abstain.' },
  },
  'wrong-class': {
    severity: 'blocks',
    sentence: {
      zh: '议题“{motion}”按“{declared}”表决，而依法应为“{lawful}”（{article}）。',
      en: '"{motion}" is put as {declared}; by law it is {lawful} ({article}).',
    },
    fix: { zh: '请改用法定的表决类别。', en: 'Use the class that the law asks for.' },
  },
  'mixed-classes': {
    severity: 'blocks',
    sentence: {
      zh: '议题“{motion}”把一般事项和特别事项合在一起。',
      en: '"{motion}" mixes ordinary and special matters.',
    },
    fix: { zh: '请拆成两项议题，或整体按特别事项表决。', en: 'Split it, or put all of it as special.' },
  },
  'class-doubtful': {
    severity: 'warns',
    sentence: {
      zh: '议题“{motion}”提到“{word}”，看来像特别事项，却按一般事项表决。',
      en: '"{motion}" speaks of {word}, which looks special, but is put as ordinary.',
    },
    fix: {
      zh: '请核对事项代码（筹集资金 M6、改建重建 M7、利用共有部分经营 M8）。',
      en: 'Check the matter: M6, M7 or M8?',
    },
  },
  'matter-unknown': {
    severity: 'blocks',
    sentence: {
      zh: '议题“{motion}”的事项“{matter}”在该日的法律中没有。',
      en: '"{motion}" names the matter {matter}, which the law of that day does not know.',
    },
    fix: {
      zh: '请选择民法典第二百七十八条的事项；住改商须有利害关系的业主一致同意，不能表决。',
      en: 'Choose a matter of Civil Code 278.',
    },
  },
  'motion-not-in-notice': {
    severity: 'blocks',
    sentence: {
      zh: '议题“{motion}”不在已公布的通知里，不得表决。',
      en: '"{motion}" was not in the published notice and must not be put.',
    },
    fix: { zh: '请撤下该议题，或重新通知。', en: 'Take it off, or give notice anew.' },
  },
  'candidates-too-late': {
    severity: 'blocks',
    sentence: {
      zh: '“{motion}”的候选人公示只有 {days} 天，不足 {needed} 天。',
      en: 'The candidates of "{motion}" are shown for {days} days, fewer than {needed}.',
    },
    fix: { zh: '请推后表决开始时间。', en: 'Open later.' },
  },
  'seats-unfit': {
    severity: 'blocks',
    sentence: {
      zh: '“{motion}”的席位是 {seats} 个，业委会应为 {least} 至 {most} 人的单数。',
      en: '"{motion}" has {seats} seats; a committee has an odd number from {least} to {most}.',
    },
    fix: { zh: '请改正席位数。', en: 'Mend the number of seats.' },
  },
  'too-few-candidates': {
    severity: 'warns',
    sentence: {
      zh: '“{motion}”只有 {count} 位候选人，少于 {seats} 个席位。',
      en: '"{motion}" has {count} candidates for {seats} seats.',
    },
    fix: { zh: '可以继续，但会有空缺，需要补选。', en: 'Seats will stay vacant and need a by-election.' },
  },
  'too-few-options': {
    severity: 'blocks',
    sentence: {
      zh: '“{motion}”按方案表决，却只有 {count} 个方案。',
      en: '"{motion}" asks to choose among {count} options.',
    },
    fix: { zh: '请给出至少两个方案，或改为同意/反对。', en: 'Give two options or more, or ask for or against.' },
  },
  'frozen-in-reelection': {
    severity: 'warns',
    sentence: {
      zh: '换届期间表决“{motion}”（选聘解聘、服务收费）容易引起争议。',
      en: '"{motion}" (hiring, fees) is put while the committee is being re-elected.',
    },
    fix: { zh: '建议等新一届业委会选出后再表决。', en: 'Better wait for the new committee.' },
  },
} as const satisfies Readonly<Record<string, FindingText>>;
