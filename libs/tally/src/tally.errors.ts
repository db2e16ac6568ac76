import type { ErrorCatalogue } from '#libs/kernel';

/** Why a bundle cannot be counted. `path` says where, as in `ballots[17].choice`; `$` is the whole document. */
export const tallyErrors = {
  'tally.bundle-malformed': {
    kind: 'invalid',
    zh: '复核包有误：{path} {reason}。没有计票，请改正该处，或向公布单位重新索取。',
    en: 'The bundle is malformed: {path} {reason}. Nothing was counted; mend it, or ask its publisher for another.',
  },
  'tally.rule-missing': {
    kind: 'invalid',
    zh: '{path} 缺少表决规则：复核包顶层和议题“{motion}”都没有 rule。没有计票，请补上其中之一。',
    en: '{path} is missing: neither the bundle nor the motion "{motion}" has a rule. Nothing was counted; add one.',
  },
  'tally.rule-unknown': {
    kind: 'invalid',
    zh: '{path} 所指的规则“{value}”不存在。没有计票，可用的有：{known}；或写出完整规则。',
    en: '{path} names the rule "{value}", which does not exist. Nothing was counted; use {known}, or write a rule out.',
  },
  'tally.id-repeated': {
    kind: 'conflict',
    zh: '{path} “{value}”重复出现。没有计票，请去掉重复的一项。',
    en: '{path} "{value}" was there before. Nothing was counted; remove one of the two.',
  },
  'tally.ballot-repeated': {
    kind: 'conflict',
    zh: '{path} 是“{party}”对议题“{motion}”的第二张票。没有计票，每位业主对每个议题只有一张票。',
    en: '{path} is a second ballot of "{party}" on "{motion}". Nothing was counted; leave one ballot of each.',
  },
  'tally.party-unknown': {
    kind: 'rule',
    zh: '{path} “{value}”不在业主名册（roll）上。没有计票，请核对名册与该票。',
    en: '{path} "{value}" is not on the roll. Nothing was counted; compare the roll and this ballot.',
  },
  'tally.motion-unknown': {
    kind: 'rule',
    zh: '{path} “{value}”不是所列的议题（motions）。没有计票，请核对议题与该票。',
    en: '{path} "{value}" is none of the motions. Nothing was counted; compare the motions and this ballot.',
  },
  'tally.choice-unknown': {
    kind: 'rule',
    zh: '{path} “{value}”不是该议题可选的意见，可选的有：{known}。没有计票，请核对该票。',
    en: '{path} "{value}" cannot be chosen here; one can choose {known}. Nothing was counted; check this ballot.',
  },
} as const satisfies ErrorCatalogue;
