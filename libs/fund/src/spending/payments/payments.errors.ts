import { defineErrors } from '#libs/platform';

/** Why money is not set aside, or a payment not made. Some are the words of the database's own functions. */
export const paymentErrors = defineErrors(
  {
    'payment.not-found': {
      kind: 'not-found',
      zh: '没有这笔付款（{id}），或您无权查看。请从列表重新打开。',
      en: 'There is no such payment ({id}), or you may not see it. Open it from the list.',
    },
    'payment.own-application': {
      kind: 'forbidden',
      zh: '这笔款是您申请的，不能由您复核。请由没有参与申请的人复核。',
      en: 'You applied for this money and do not approve its payment. Let somebody else do it.',
    },
    'payment.own-request': {
      kind: 'forbidden',
      zh: '这笔付款由您提出，您不能复核。请由另外两人复核。',
      en: 'You asked for this payment and do not approve it. Two others do.',
    },
    'payment.approved-before': {
      kind: 'forbidden',
      zh: '您已经复核过这笔付款。还须由另一人复核。',
      en: 'You approved this payment already. Another person has to.',
    },
    'payment.approved-twice': {
      kind: 'conflict',
      zh: '这笔付款已经两人复核。请刷新页面。',
      en: 'Two people approved this payment already. Reload.',
    },
    'payment.conflict-of-interest': {
      kind: 'forbidden',
      zh: '您申报过与该小区的利害关系，须回避。请由同事复核。',
      en: 'You declared an interest in this compound. Let a colleague approve.',
    },
    'payment.contractor-tie': {
      kind: 'forbidden',
      zh: '登记表明您与收款单位有关联，须回避。请由同事复核。',
      en: 'The records tie you to whoever is paid. Let a colleague approve.',
    },
    'payment.undeclared': {
      kind: 'rule',
      zh: '复核须声明与收款方没有利害关系。有关联的，请由同事复核。',
      en: 'Declare that you have no tie to whoever is paid. If you have, let a colleague approve.',
    },
    'payment.second-keeps-fund': {
      kind: 'forbidden',
      zh: '第二位复核人须是管理全市基金的人。请转市级人员复核。',
      en: 'The second to approve keeps the fund of the city. Hand it on to them.',
    },
    'payment.payment-paid': {
      kind: 'conflict',
      zh: '这笔付款已经支付。请刷新页面。',
      en: 'This payment was made already. Reload.',
    },
    'payment.payment-rejected': {
      kind: 'conflict',
      zh: '这笔付款已经退回。需要付款的，请重新提出。',
      en: 'This payment was rejected. Ask for it anew.',
    },
    'payment.too-few-approvers': {
      kind: 'rule',
      zh: '须由两位没有参与申请和提出付款的人复核，没有付款。',
      en: 'Two people who neither applied nor asked for it have to approve; nothing was paid.',
    },
    'payment.no-decision': {
      kind: 'rule',
      zh: '没有登记决策，不能动用资金。请先登记已通过的决议或 WY-19 文书。',
      en: 'There is no decision, so nothing moves. Record the resolution or the act of WY-19 first.',
    },
    'payment.decision-revoked': {
      kind: 'rule',
      zh: '作为依据的文书已被撤销，不能动用资金。请另行决策。',
      en: 'The act that allowed this was revoked; nothing moves. Have it decided anew.',
    },
    'payment.purpose-differs': {
      kind: 'rule',
      zh: '用途与决策写明的不同，不能动用资金。请按决策的用途另行申请。',
      en: 'This is for another purpose than its decision; nothing moves. Apply for what was decided.',
    },
    'payment.project-closed': {
      kind: 'conflict',
      zh: '项目已经结项，不能再动用资金。',
      en: 'The project is closed; nothing more moves.',
    },
    'payment.before-decision': {
      kind: 'rule',
      zh: '付款日期早于决策日期，没有付款。请核对日期。',
      en: 'The day of the payment is before that of its decision; nothing was paid. Check the day.',
    },
    'payment.beyond-decision': {
      kind: 'rule',
      zh: '决策金额余下的不够，没有动用资金。请核对金额，或另行决策。',
      en: 'Too little of what was decided is left; nothing moved. Check the amount, or have more decided.',
    },
    'payment.no-contract': {
      kind: 'rule',
      zh: '还没有登记合同，不能付款。请先登记合同。',
      en: 'There is no contract yet, so nothing is paid. Record it first.',
    },
    'payment.beyond-contract': {
      kind: 'rule',
      zh: '累计付款超过合同金额，没有付款。请核对金额。',
      en: 'Payments would pass the contract; nothing was paid. Check the amount.',
    },
    'payment.beyond-appropriation': {
      kind: 'rule',
      zh: '付款超过已拨付而未付的金额。请核对金额，或先追加拨付。',
      en: 'The payment is beyond what is set aside and not paid. Check it, or have more set aside.',
    },
    'payment.source-differs': {
      kind: 'rule',
      zh: '这个项目已从另一来源拨付。一个项目只用一种来源的资金。',
      en: 'This project draws on another source already. One project draws on one.',
    },
    'payment.source-unfit': {
      kind: 'rule',
      zh: '这种来源的资金不能用于该用途。请换一种来源。',
      en: 'Money of this source does not pay for this use. Choose another source.',
    },
    'payment.bond-elsewhere': {
      kind: 'rule',
      zh: '债券资金只能用于它所对应的项目，本项目没有足够的到账债券资金。',
      en: 'A bond pays for its own project alone; this one has too little of it.',
    },
    'payment.earmarked': {
      kind: 'rule',
      zh: '余下的资金是指定用于其他项目或用途的，不能拨付。请换一种来源。',
      en: 'What is left was given for another project or use. Choose another source.',
    },
  },
  {
    fund_payment_approval_pkey: 'payment.approved-twice',
    fund_payment_approval_people: 'payment.approved-before',
    fund_payment_rejection_pkey: 'payment.payment-rejected',
  },
);
