import { addDays, type Day } from '#libs/kernel';
import type { NewEntry } from '#libs/ledger';

/** Days ago, what happened, by which decision, and how many yuan went from which account to which. */
type Told = readonly [ago: number, memo: string, basis: string, yuan: number, debit: string, credit: string];

const TOLD: readonly Told[] = [
  [320, '收到省级老旧小区改造补助', '省级补助文件（虚构）', 6_000_000, '1002:F1', '4001:F1'],
  [300, '收到市级财政配套', '市财政局拨款通知（虚构）', 2_400_000, '1002:F2', '4001:F2'],
  [280, '专项债券资金到账', '专项债券项目（虚构）', 5_000_000, '1002:F3', '4002:F3'],
  [210, '盘活闲置地块停车收入', '资产权属证明（虚构）', 138_600.5, '1002:F4', '4003:F4'],
  [180, '爱心企业认捐', '捐赠协议（虚构）', 300_000, '1122:F6', '4005:F6'],
  [150, '爱心企业认捐款到账', '捐赠协议（虚构）', 300_000, '1002:F6', '1122:F6'],
  [120, '市民捐赠', '捐赠票据（虚构）', 12_345.67, '1002:F5', '4004:F5'],
  [12, '活动账户利息', '银行结息单（虚构）', 3_021.44, '1002:F7', '4006:F7'],
];

/** What the fund of the demo city took in; all of it is fictitious. What it used stands in `spending.ts`. */
export function planFund(today: Day): readonly NewEntry[] {
  return TOLD.map(([ago, memo, basis, yuan, debit, credit], at) => {
    const amount = BigInt(Math.round(yuan * 100));
    const lines = [
      { account: debit, amount, memo: null },
      { account: credit, amount: -amount, memo: null },
    ];
    return { day: addDays(today, -ago), memo, basisKind: 'other', basis, key: `demo-entry-${at + 1}`, lines };
  });
}

/** Days ago, in, out, the balance after it, who and what for; yuan as the bank writes them. */
type Line = readonly [ago: number, income: string, expense: string, balance: string, party: string, summary: string];

/**
 * What the bank of the fund says of its last weeks: a gift and interest that are entries, two gifts that are none yet,
 * and a line that cannot be read, so that the balance behind it does not follow. It begins at what the books then had.
 */
const LINES: readonly Line[] = [
  [20, '8000.00', '', '13879446.17', '王秀兰（虚构）', '捐赠'],
  [12, '3021.44', '', '13882467.61', '', '活动账户利息'],
  [9, '500.00', '', '13882967.61', '某市民（虚构）', '捐赠'],
  [5, '1,0O0.00', '', '13883967.61', '某企业（虚构）', '捐赠'],
  [3, '200.00', '', '13884167.61', '某市民（虚构）', '捐赠'],
];

/** The same as the file that the bank exported. */
export function planStatement(today: Day): { readonly name: string; readonly content: Buffer } {
  const lines = LINES.map(([ago, ...told], at) =>
    [addDays(today, -ago), ...told.map(quoted), `DEMO${at + 1}`].join(','),
  );
  const text = ['交易日期,收入金额,支出金额,账户余额,对方户名,摘要,流水号', ...lines].join('\r\n');
  return { name: '基金专户对账单（虚构）.csv', content: Buffer.from(text) };
}

const quoted = (text: string): string => (text.includes(',') ? `"${text}"` : text);
