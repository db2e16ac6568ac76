import { defineErrors } from '#libs/platform';

/** Why an owner cannot do something in a vote from their phone; each says what to do instead. */
export const ownVotesErrors = defineErrors({
  'own-vote.not-bound': {
    kind: 'forbidden',
    zh: '这个手机号没有绑定这次表决范围内的房屋，不能投票（租住的人不参加表决）。是业主的，请先绑定房屋，或到社区、街道办理。',
    en: 'This phone is bound to no home in this vote (tenants have no vote). Owners bind their home first, or come in.',
  },
  'own-vote.not-yours': {
    kind: 'forbidden',
    zh: '这一票不是您的，没有计入。请回到“我的表决”，从自己的房屋进入。',
    en: 'This ballot is not yours and was not taken. Go back to your votes and start from your own home.',
  },
  'own-vote.sold': {
    kind: 'conflict',
    zh: '这套房屋已登记卖出，由买受人投票。登记有误的，请联系组织单位。',
    en: 'This home was noted as sold; whoever bought it casts. Ask the organiser if that is wrong.',
  },
  'own-vote.another-casts': {
    kind: 'forbidden',
    zh: '这套房屋由共有人推选的代表投票。要换代表，请共有人一起到社区、街道登记。',
    en: 'The representative of the co-owners casts. To name another one, come to your community together.',
  },
  'own-vote.representative-missing': {
    kind: 'forbidden',
    zh: '这套房屋几个人共有，还没有推选由谁投票。请共有人一起到社区、街道登记代表，再来投票。',
    en: 'The co-owners have not named who casts. Come to your community together and name one, then vote.',
  },
  'own-vote.co-owner-cast': {
    kind: 'conflict',
    zh: '另一位共有人已经为这套房屋投票。请在这里说明您是否同意；说法不一致的，这一票暂不计入，直到你们商量一致。',
    en: 'Another co-owner has cast for this home. Say here whether you agree; until you all do, it is not counted.',
  },
  'own-vote.no-statement': {
    kind: 'conflict',
    zh: '这一户没有需要您表态的票。请刷新后再看。',
    en: 'There is no ballot of a co-owner here to agree with. Reload and look again.',
  },
  'own-vote.no-receipt': {
    kind: 'not-found',
    zh: '这一户还没有您用手机投的票，没有回执。在柜台或用纸票投的，回执在当时交给您的纸上。',
    en: 'You cast no ballot by phone here. What was cast at the desk or on paper has its receipt on paper.',
  },
  'own-vote.objections-enough': {
    kind: 'conflict',
    zh: '您对这次表决已提过 {most} 条异议。请等答复，或到组织单位当面说明。',
    en: 'You have raised {most} objections in this vote. Wait for the answers, or speak to the organiser.',
  },
});
