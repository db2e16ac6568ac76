import { defineErrors } from '#libs/platform';

/** Why a contract of a repair is not paid like this, or not yet. */
export const instalmentErrors = defineErrors({
  'maintenance.schedule-order': {
    kind: 'invalid',
    zh: '付款安排须依次为预付款、进度款、结算款、质保金，结算款必有一期，预付款和质保金至多各一期。请调整。',
    en: 'Payments are advance, progress, settlement, retention: one settlement, at most one advance and retention.',
  },
  'maintenance.schedule-sum': {
    kind: 'invalid',
    zh: '各期合计 {sum} 元，合同金额 {contract} 元，须分毫不差，每期大于零。请核对各期金额。',
    en: 'The payments sum to {sum} yuan, the contract to {contract}: they must agree, each above nothing. Check them.',
  },
  'maintenance.retention-day': {
    kind: 'invalid',
    zh: '质保金须写明质保期满日，且晚于签订日；其他各期不写。请补正日期。',
    en: 'A retention names the day on which the defects period ends, after signing; no other payment does.',
  },
  'maintenance.advance-beyond': {
    kind: 'rule',
    zh: '预付款最多为合同金额的 {percent}%，即 {most} 元。请调低预付款，余下的放到进度款或结算款。',
    en: 'An advance is at most {percent}% of the contract, {most} yuan. Lower it and move the rest to later payments.',
  },
  'maintenance.retention-beyond': {
    kind: 'rule',
    zh: '质保金最多为合同金额的 {percent}%，即 {most} 元。请调低质保金，余下的放到结算款。',
    en: 'A retention is at most {percent}% of the contract, {most} yuan. Lower it and move the rest to the settlement.',
  },
  'maintenance.instalment-unknown': {
    kind: 'not-found',
    zh: '合同没有第 {n} 期付款。请核对付款安排。',
    en: 'The contract has no payment number {n}. Check its payments.',
  },
  'maintenance.instalment-asked': {
    kind: 'conflict',
    zh: '第 {n} 期已经申请付款，不必再申请。请由两人复核。',
    en: 'Payment number {n} was asked for already. Two people approve it next.',
  },
  'maintenance.instalment-unasked': {
    kind: 'rule',
    zh: '第 {n} 期还没有申请付款，或申请已退回。请先申请付款。',
    en: 'Payment number {n} was not asked for yet, or was sent back. Ask for it first.',
  },
  'maintenance.beyond-instalment': {
    kind: 'rule',
    zh: '各户分摊合计超过这一期的金额，没有付款。请核对付款安排。',
    en: 'What homes bear passes this payment; nothing was paid. Check the payments of the contract.',
  },
  'maintenance.no-certificate': {
    kind: 'rule',
    zh: '这一期还没有工程进度确认单，不能付款。请先把它附在这一期上。',
    en: 'This payment has no certificate of progress yet, so it is not paid. Attach it to the payment first.',
  },
  'maintenance.not-accepted': {
    kind: 'rule',
    zh: '这项维修还没有验收，不能付款。请先登记验收。',
    en: 'This repair was not accepted yet, so it is not paid. Record its acceptance first.',
  },
  'maintenance.no-invoice': {
    kind: 'rule',
    zh: '这项维修还没有发票，不能付款。请先附上发票。',
    en: 'This repair has no invoice yet, so it is not paid. Attach its invoice first.',
  },
  'maintenance.not-due': {
    kind: 'rule',
    zh: '质保期到 {day} 满，质保金还不能付。请期满后再申请。',
    en: 'The defects period ends on {day}; what is retained is not paid before. Ask for it then.',
  },
});
