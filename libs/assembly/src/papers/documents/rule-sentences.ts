import { writtenDay } from '#libs/kernel';
import type { DeliveryMethod, PublishedRules } from '../../domain/assembly/published-rules.js';

const CHANNELS: Readonly<Record<PublishedRules['channelPolicy'], string>> = {
  ELECTRONIC_PREVAILS: '同一户既交了纸质表决票又投了电子票的，以电子票为准。',
  FIRST_CAST: '同一户既交了纸质表决票又投了电子票的，以先投的为准。',
};

const METHODS: Readonly<Record<DeliveryMethod, string>> = {
  hand: '上门当面送达',
  post: '邮寄',
  message: '短信或者消息',
  'sign-in': '业主本人登录查看',
  'posted-notice': '张贴',
};

/** What silence means, where the compound's rules let it mean something; null where it means nothing. */
export function silenceSentence({ deemedRule, deemedClause }: PublishedRules): string | null {
  if (deemedRule === 'NONE' || deemedClause === null) return null;
  const meaning = deemedRule === 'AS_ABSTAIN' ? '计为弃权' : '计入多数意见';
  const methods = deemedClause.methods.map((method) => METHODS[method]).join('、');
  return (
    `表决票按规约认可的方式（${methods}）送达后逾期不表态的，依照自${writtenDay(deemedClause.inForceFrom)}起生效的约定` +
    `“${deemedClause.text}”${meaning}；不作推定的结果同时公布。`
  );
}

/** The rules of a vote, sentence by sentence, as they are published and never changed. */
export function ruleSentences(rules: PublishedRules): readonly string[] {
  const clause = rules.rulesClause ? `（依据：${rules.rulesClause}）` : '';
  return [
    '一户业主一票，名下房屋面积合并计算；共有的房屋由共有人推选一人投票。',
    rules.isSecret ? '本次表决不记名，谁怎么投的不公布。' : '本次表决记名。',
    rules.mayChange ? `截止以前可以改票，以最后一次为准${clause}。` : '票投出以后不能更改。',
    CHANNELS[rules.channelPolicy],
    `可以书面委托他人投票，一人最多接受 ${rules.proxyPrincipalsMost} 户业主委托；物业服务企业的工作人员不得受托。`,
    rules.countsParking ? `车位、储藏室的面积计入表决${clause}。` : '车位、储藏室的面积不计入表决。',
    rules.invalid === 'exclude' ? '无效票不算参与表决。' : '无效票算参与表决，按弃权计。',
    silenceSentence(rules) ?? '没有投票的，不推定任何意见。',
  ];
}
