import { defineErrors } from '#libs/platform';

/** Why a project does not go on. */
export const spendingErrors = defineErrors(
  {
    'fund.spends-without-payment': {
      kind: 'rule',
      zh: '这笔分录动用了美好家园基金，没有记账。用款须先有决策，再由两人复核付款：请在“基金用款”中从申请办起。',
      en: 'This entry spends money of the fund; nothing was posted. Payments spend it: begin with an application.',
    },
    'project.not-found': {
      kind: 'not-found',
      zh: '没有这个用款项目（{id}），或您无权查看。请从列表重新打开。',
      en: 'There is no such project ({id}), or you may not see it. Open it from the list.',
    },
    'project.step-refused': {
      kind: 'conflict',
      zh: '现在不能办理“{deed}”。请刷新页面，按页面列出的下一步办理。',
      en: 'This step cannot be taken now ({deed}). Reload and take one of the steps that the page shows.',
    },
    'project.step-done': {
      kind: 'conflict',
      zh: '这一步刚刚已由别人办过。请刷新页面。',
      en: 'Somebody took this step a moment ago. Reload.',
    },
    'project.own-review': {
      kind: 'forbidden',
      zh: '申请人不能审核自己的申请。请由同事审核。',
      en: 'Nobody reviews their own application. Let a colleague do it.',
    },
    'project.conflict-of-interest': {
      kind: 'forbidden',
      zh: '您申报过与该小区的利害关系，须回避。请由同事办理。',
      en: 'You declared an interest in this compound. Let a colleague do it.',
    },
    'project.decision-unfit': {
      kind: 'rule',
      zh: '这不是可以用来动用基金的决策：须是本小区业主大会已通过的决议，或已签发且有效的 WY-19 文书。',
      en: 'This decides nothing here: name a resolution of this compound, or an act of WY-19 that is in force.',
    },
    'project.emergency-unconfirmed': {
      kind: 'rule',
      zh: '应急用款跳过表决，须由街道签发 WY-19 应急使用确认书（民法典第二百八十一条）。请先办理该文书，再据以登记。',
      en: 'An emergency skips the vote and needs the confirmation of the sub-district (WY-19). Obtain it first.',
    },
    'project.decision-off-matter': {
      kind: 'rule',
      zh: '这项决议不是就“使用维修资金”（{matter}）作出的，不能据以支出。请提供业主共同决定使用维修资金的决议。',
      en: 'This resolution is not on the use of maintenance funds ({matter}). Name one by which owners decided that.',
    },
    'project.decision-silent': {
      kind: 'rule',
      zh: '决策没有写明金额，不能据以用款。请补作写明金额的决策。',
      en: 'The decision names no amount, so it allows none. Have an amount decided.',
    },
    'project.decision-exceeded': {
      kind: 'rule',
      zh: '登记的金额超过决策写明的 {most} 元。请按决策的金额登记。',
      en: 'The amount is beyond the {most} yuan that the decision names. Record what it allows.',
    },
    'project.decision-otherwise': {
      kind: 'rule',
      zh: '这项决策已登记为“{use}”、{amount} 元，与本次不同。一项决策只有一个用途和金额。',
      en: 'This decision was recorded for {use} and {amount} yuan. It has one purpose and one amount.',
    },
    'project.holds': {
      kind: 'rule',
      zh: '这笔冻结是为基金用款项目拨付的，不能在台账解冻。请在该项目中办理结余退回。',
      en: 'This amount is set aside for a project of the fund. Free what is left of it there.',
    },
    'project.quote-known': {
      kind: 'conflict',
      zh: '这家单位已经报过价。请核对单位名称。',
      en: 'This firm has quoted already. Check its name.',
    },
    'project.contract-beyond-decision': {
      kind: 'rule',
      zh: '合同金额超过决策金额。请在决策范围内签约，或另行决策。',
      en: 'The contract is beyond what was decided. Stay within it, or have more decided.',
    },
    'project.contract-beyond-appropriation': {
      kind: 'rule',
      zh: '合同金额超过已拨付（冻结）的金额。请先追加拨付。',
      en: 'The contract is beyond what was set aside. Have more set aside first.',
    },
    'project.quotes-missing': {
      kind: 'rule',
      zh: '合同金额达到 {from} 元，须有 {least} 家报价，现有 {count} 家。请先登记报价。',
      en: 'From {from} yuan on, {least} firms quote; there are {count}. Record their quotes first.',
    },
    'project.quote-not-among': {
      kind: 'rule',
      zh: '合同相对方不在报价单位之中。请从报价单位中选定。',
      en: 'The counterparty is none of those who quoted. Choose one of them.',
    },
    'project.quote-not-lowest': {
      kind: 'rule',
      zh: '选定的不是最低报价。请写明理由。',
      en: 'This is not the lowest quote. Say why it was chosen.',
    },
    'project.payment-waits': {
      kind: 'conflict',
      zh: '还有待复核的付款。请先复核或退回，再结项。',
      en: 'A payment still waits for approval. Approve or reject it before the project is closed.',
    },
    'project.no-photo': {
      kind: 'rule',
      zh: '验收须附验收单或照片。请先上传。',
      en: 'Acceptance is shown by a scan or a photo. Upload one first.',
    },
  },
  {
    fund_project_step_pkey: 'project.step-done',
    fund_quote_once: 'project.quote-known',
    fund_quote_once_each: 'project.quote-known',
    maintenance_spending_step_pkey: 'project.step-done',
  },
);
