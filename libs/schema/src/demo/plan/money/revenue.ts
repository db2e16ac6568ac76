import type { NewIncome, NewRevenueContract } from '#libs/fund';
import { addDays, addMonths, type Day } from '#libs/kernel';

/** What one compound of the demo city lets of its common parts; all of it is fictitious. */
export interface DemoContract {
  readonly contract: Omit<NewRevenueContract, 'compoundId' | 'fileId' | 'resolutionId'>;
  readonly paid: readonly Pick<NewIncome, 'amount' | 'day'>[];
}

export const DEMO_ACCOUNT = {
  bank: '晋城示例银行东街支行（演示）',
  number: '0000 0000 0482 0101',
  document: '公共收益三方共管协议（演示）',
} as const;

/** 管理规约 as the owners laid it down: so much each year. */
export const DEMO_RULE = { use: '5103', most: 2_000_000n, document: '管理规约（演示）第二十条' } as const;
export const DEMO_SHARE_RULE = { use: '5102', most: 1_000_000n, document: '管理规约（演示）第二十一条' } as const;

/** Deducted with an invoice, drawn on the rule, and one that waits for its parties. */
export const DEMO_COST = {
  use: '5101',
  amount: 118_000n,
  payee: '晋城示例电力工程有限公司（演示）',
  memo: '充电设施电费和检修',
} as const;
export const DEMO_PLANTING = {
  use: '5103',
  amount: 260_000n,
  payee: '晋城示例园艺有限公司（演示）',
  memo: '中心花园补种苗木',
} as const;
export const DEMO_WAITING = {
  use: '5103',
  amount: 436_000n,
  payee: '晋城示例健身器材有限公司（演示）',
  memo: '更换儿童活动区器材',
} as const;
export const DEMO_SHARE = { use: '5102', amount: 150_000n, payee: '小区维修资金', memo: '转入维修资金' } as const;

export const DEMO_OBJECTIONS = [
  { content: '公用房租金只到账一部分，请公布合同和催缴情况。', objector: '演示业主甲' },
  { content: '电梯广告每部电梯多少钱？收支表里没有写。', objector: '演示业主乙' },
] as const;
export const DEMO_ANSWER = '已书面催缴欠收的租金，合同放在物业服务中心供业主查阅，到账后补列。';

/** What the bank wrote of today. */
export function planRevenueStatement(today: Day): { readonly name: string; readonly content: Buffer } {
  const line = `${today},3600.00,,,晋城示例传媒有限公司（演示）,电梯广告费,DEMO-GG-3`;
  const text = ['日期,收入金额,支出金额,账户余额,对方户名,摘要,流水号', line].join('\r\n');
  return { name: '公共收益专户对账单（虚构）.csv', content: Buffer.from(text) };
}

const quarterOf = (day: Day): Day => `${day.slice(0, 5)}${String(quarterMonth(day)).padStart(2, '0')}-01`;
const quarterMonth = (day: Day): number => Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;

/** The running quarter and the two before it, by their first days. */
export function demoQuarters(today: Day): readonly [before: Day, last: Day, now: Day] {
  const now = quarterOf(today);
  return [addMonths(now, -6), addMonths(now, -3), now];
}

export const quarterKey = (first: Day): string => `${first.slice(0, 4)}-Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`;

/** Contracts of one year; what would be paid after today is not paid. The room is let to somebody who owes. */
export function planContracts(today: Day): readonly DemoContract[] {
  const [before, last, now] = demoQuarters(today);
  const term = { from: before, until: addDays(addMonths(before, 12), -1) };
  const paid = (amount: bigint, ...days: readonly Day[]): DemoContract['paid'] =>
    days.filter((day) => day <= today).map((day) => ({ amount, day }));
  const each = [before, last, now] as const;
  return [
    {
      contract: {
        ...{ kind: '4111', party: '晋城示例停车管理有限公司（演示）', number: 'TC-演示-1' },
        ...{ place: '小区主路两侧划线车位18个', periodMonths: 3, amount: 540_000n, graceDays: 15, ...term },
      },
      paid: paid(540_000n, ...each.map((first) => addDays(first, 5))),
    },
    {
      contract: {
        ...{ kind: '4112', party: '晋城示例传媒有限公司（演示）', number: 'GG-演示-1' },
        ...{ place: '1至4号楼电梯轿厢', periodMonths: 3, amount: 360_000n, graceDays: 30, ...term },
      },
      paid: paid(360_000n, addDays(before, 8), addDays(last, 9)),
    },
    {
      contract: {
        ...{ kind: '4113', party: '示例便民超市（演示）', number: 'ZL-演示-1' },
        ...{ place: '2号楼架空层公用房', periodMonths: 6, amount: 900_000n, graceDays: 15, ...term },
      },
      paid: paid(600_000n, addDays(before, 20)),
    },
    {
      contract: {
        ...{ kind: '4115', party: '示例快递柜运营部（演示）', number: 'KD-演示-1' },
        ...{ place: '东门内侧', periodMonths: 12, amount: 240_000n, graceDays: 30, ...term },
      },
      paid: paid(240_000n, addDays(before, 3)),
    },
  ];
}

/** The other compound lets one thing, and its statements hang nowhere. */
export function planOtherContracts(today: Day): readonly DemoContract[] {
  const [before, last] = demoQuarters(today);
  const term = { from: before, until: addDays(addMonths(before, 12), -1) };
  return [
    {
      contract: {
        ...{ kind: '4116', party: '示例自助售货有限公司（演示）', number: 'SH-演示-1' },
        ...{ place: '南门门卫室旁', periodMonths: 3, amount: 90_000n, graceDays: 15, ...term },
      },
      paid: [before, last].map((first) => ({ amount: 90_000n, day: addDays(first, 10) })),
    },
  ];
}
