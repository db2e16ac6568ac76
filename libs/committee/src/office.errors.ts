import { defineErrors } from '#libs/platform';

/** Why a seal is not used, a letter not recorded or a stipend not paid. */
export const committeePaperErrors = defineErrors({
  'committee-seal.not-found': {
    kind: 'not-found',
    zh: '没有登记这枚印章（{id}）。请刷新后再试。',
    en: 'No such seal is registered ({id}). Reload and try again.',
  },
  'committee-seal.registered': {
    kind: 'conflict',
    zh: '“{inscription}”已经登记。换了保管人的，请登记移交。',
    en: '“{inscription}” is registered already. Record a hand-over where somebody else keeps it.',
  },
  'committee-seal.keeper-unfit': {
    kind: 'rule',
    zh: '保管人要么选一名在任委员，要么填写代管的单位，二者只填其一。',
    en: 'Name either a member in office or the office that keeps the seal, not both.',
  },
  'committee-seal.request-not-found': {
    kind: 'not-found',
    zh: '没有这条用印申请（{id}）。请刷新后再试。',
    en: 'There is no such request ({id}). Reload and try again.',
  },
  'committee-seal.recused': {
    kind: 'rule',
    zh: '“{name}”与这份文件有利益关联，已申报回避，不能表示同意。请由其他委员决定。',
    en: '“{name}” has an interest in this paper and stands aside. The other members decide.',
  },
  'committee-seal.said': {
    kind: 'conflict',
    zh: '您已经表过态，不能更改。',
    en: 'You have answered already; it cannot be changed.',
  },
  'committee-seal.not-waiting': {
    kind: 'conflict',
    zh: '这条申请已经办结，不再表态。需要用印的，请重新申请。',
    en: 'This request is closed. Ask anew where the seal is needed.',
  },
  'committee-seal.not-agreed': {
    kind: 'rule',
    zh: '“{paper}”已有 {have} 人同意，要 {needed} 人同意才能用印。请等其他委员表态。',
    en: '{have} agree to “{paper}”; {needed} must before the seal is used. Wait for the others.',
  },
  'committee-seal.not-custodian': {
    kind: 'forbidden',
    zh: '这枚印章由“{name}”保管，只能由其用印。换了保管人的，请先登记移交。',
    en: '“{name}” keeps this seal and puts it on. Record the hand-over first where somebody else does.',
  },
  'committee-letter.day-ahead': {
    kind: 'rule',
    zh: '收发日期 {day} 还没有到。请填写实际日期。',
    en: '{day} lies ahead. Give the day on which it came or went.',
  },
  'committee-letter.answers-nothing': {
    kind: 'rule',
    zh: '所答复的来函不存在，或不是本会的来函。请从列表中选择。',
    en: 'The letter that it answers is not there. Choose one of the list.',
  },
  'committee-stipend.resolution-needed': {
    kind: 'rule',
    zh: '发放津贴须有业主大会关于津贴的决议（民法典第二百七十八条）。请先提请业主大会表决，再选择已通过的决议。',
    en: 'A stipend needs a resolution of the owners about allowances. Put it to them, then name what they adopted.',
  },
  'committee-stipend.not-of-body': {
    kind: 'rule',
    zh: '领取人没有在本届任职。请从成员中选择。',
    en: 'This person never sat on this committee. Choose one of its members.',
  },
  'committee-stipend.day-unfit': {
    kind: 'rule',
    zh: '发放日期要在决议通过（{from}）之后、{to} 之前。请改正。',
    en: 'It is paid between the resolution ({from}) and {to}. Mend the day.',
  },
  'committee-stipend.nothing': {
    kind: 'rule',
    zh: '金额要大于零。请改正金额。',
    en: 'The amount must be more than nothing. Mend it.',
  },
  'committee-stipend.not-found': {
    kind: 'not-found',
    zh: '没有这笔津贴（{id}），或它本身就是冲销。',
    en: 'There is no such stipend ({id}), or it is a reversal itself.',
  },
  'committee-stipend.reversed': {
    kind: 'conflict',
    zh: '这笔津贴已经冲销。',
    en: 'This stipend was reversed already.',
  },
});
