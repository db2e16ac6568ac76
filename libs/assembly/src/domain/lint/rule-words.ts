import type { Bilingual } from '#libs/kernel';
import type { OwnRules } from '../assembly/meeting-rules.js';

/** What a rule of a vote is about, for a sentence. */
export const RULE_WORDS: Readonly<Record<keyof OwnRules, Bilingual>> = {
  channelPolicy: { zh: '两种渠道都收到票时的处理', en: 'which channel prevails' },
  deemedRule: { zh: '推定表决', en: 'what silence means' },
  deemedClause: { zh: '推定表决的条款', en: 'the clause on silence' },
  invalid: { zh: '无效票的计法', en: 'how invalid ballots count' },
  mayChange: { zh: '能否改票', en: 'whether a ballot may be changed' },
  coOwners: { zh: '共有人怎么投', en: 'who casts for co-owners' },
  isSecret: { zh: '记名或不记名', en: 'secret or by name' },
  mayLookEarly: { zh: '能否提前查看', en: 'whether an early look is allowed' },
  proxyPrincipalsMost: { zh: '一人受托的户数', en: 'how many owners one proxy stands for' },
  countsParking: { zh: '车位、储藏室是否计入', en: 'whether parking counts' },
  rulesClause: { zh: '所依据的条款', en: 'the clause' },
};
