import { defineErrors } from '#libs/platform';

/** Why money of a maintenance fund does not move. */
export const maintenanceErrors = defineErrors({
  'maintenance.not-by-hand': {
    kind: 'rule',
    zh: '维修资金的分户和支出不能直接记账。交存、利息分户和支出请在“维修资金”页办理；银行已入账的利息可以记入 4201。',
    en: 'Sub-accounts and repairs are not posted by hand. Use the maintenance fund page; interest goes to 4201.',
  },
  'maintenance.home-unknown': {
    kind: 'not-found',
    zh: '这个小区的名册里没有这套房屋。请从房屋列表中选取。',
    en: 'The register of the compound has no such home. Choose one from the list.',
  },
  'maintenance.first-known': {
    kind: 'conflict',
    zh: '{address} 已经登记过首期交存（{amount} 元）。补交请登记为续交；登记错的，请先冲销原来的分录。',
    en: 'The first deposit of {address} ({amount} yuan) is recorded. Record a top-up, or reverse that entry first.',
  },
  'maintenance.list-unclear': {
    kind: 'invalid',
    zh: '看不出这张表的列。第一行须有“房屋”（或楼栋、单元、房号）和“金额”，可以有“日期”“票据号”。',
    en: 'The columns are not clear. The first row names the home, or building, stairway and room, and the amount.',
  },
  'maintenance.share-of-revenue': {
    kind: 'rule',
    zh: '这笔转入来自公共收益第 {number} 号凭证，两本账一起冲销。请到这个小区的公共收益账簿冲销那笔支取。',
    en: 'This came from common revenue by its entry {number}, and is undone with it. Reverse that entry instead.',
  },
  'maintenance.share-allotted': {
    kind: 'conflict',
    zh: '这 {amount} 元已转入维修资金，待分户的只余 {waiting} 元，没有冲销。请先在维修资金账簿冲销分户的分录，再冲销这笔支取。',
    en: 'Of {amount} yuan in the maintenance fund {waiting} wait to be allotted. Reverse the allotment first.',
  },
  'maintenance.share-closed': {
    kind: 'conflict',
    zh: '这笔钱已转入维修资金，维修资金账簿的 {month} 已结账，两本账都没有冲销。请用未结账的日期，或先反结账。',
    en: 'The month {month} of the maintenance fund is closed; nothing was reversed in either book. Use an open month.',
  },
  'maintenance.interest-period': {
    kind: 'invalid',
    zh: '计息期间的起始日晚于截止日。请核对日期。',
    en: 'The period begins after it ends. Check the days.',
  },
  'maintenance.interest-unbooked': {
    kind: 'rule',
    zh: '待分户的利息只有 {waiting} 元，不够 {amount} 元。请先把银行入账的利息记入 4201，再分户。',
    en: 'Only {waiting} yuan wait to be allotted, not {amount}. Post to 4201 what the bank credited first.',
  },
  'maintenance.interest-nobody': {
    kind: 'rule',
    zh: '这个期间没有一户有余额，利息无处可分。请核对计息期间。',
    en: 'No home held anything in this period. Check its days.',
  },
  'maintenance.scope-empty': {
    kind: 'rule',
    zh: '受益范围里没有房屋，费用无人分摊。请核对楼栋、单元或房屋。',
    en: 'Nobody is within what benefits, so nobody bears the cost. Check building, stairway or homes.',
  },
  'maintenance.area-missing': {
    kind: 'rule',
    zh: '有房屋没有登记建筑面积，无法分摊：{homes}。请先在房屋册里补登面积。',
    en: 'The area of some homes is not known, so the cost cannot be split: {homes}. Register it first.',
  },
  'maintenance.vote-missing': {
    kind: 'rule',
    zh: '使用维修资金由业主共同决定（民法典第二百七十八条）。不是应急情形的，请提供已通过的决议。',
    en: 'Owners decide on the use of their fund (Civil Code 278). Without an emergency, name their resolution.',
  },
  'maintenance.decided-elsewhere': {
    kind: 'rule',
    zh: '“{document}”由部分楼栋的业主决定，分摊范围超出了他们。请按表决范围分摊，或另行表决。',
    en: '“{document}” was decided by owners of a part, and the cost falls on others too. Keep to that part.',
  },
  'maintenance.beyond-decision': {
    kind: 'rule',
    zh: '决策金额只余 {left} 元，不够这笔支出。请核对金额，或另行决策。',
    en: 'Only {left} yuan of what was decided are left. Check the amount, or have more decided.',
  },
  'maintenance.key-used': {
    kind: 'conflict',
    zh: '该 Idempotency-Key 已用于另一笔内容不同的维修申请，没有提出。请换一个键。',
    en: 'This Idempotency-Key was used to ask for another repair; nothing was asked for. Use another one.',
  },
  'maintenance.contract-differs': {
    kind: 'rule',
    zh: '合同与申请不一致：申请的是{payee}，不超过 {amount} 元。请核对；单位或金额确有变化的，请退回后重新提出。',
    en: 'The contract differs from what was asked for: {payee}, at most {amount} yuan. Check it, or ask anew.',
  },
  'maintenance.spending-unknown': {
    kind: 'not-found',
    zh: '没有这笔维修支出（{id}），或您无权查看。请从列表重新打开。',
    en: 'There is no such repair ({id}), or you may not see it. Open it from the list.',
  },
  'maintenance.nothing-there': {
    kind: 'rule',
    zh: '应分摊的各户没有新的余额可付。请先通知续交。',
    en: 'No home that owes a share has anything new. Ask them to top up first.',
  },
});
