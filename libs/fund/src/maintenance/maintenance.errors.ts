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
    en: 'The columns are not clear. The first row names 房屋 (or 楼栋, 单元, 房号) and 金额; 日期 and 票据号 may follow.',
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
});
