/** What a column of a bank's export tells. */
export type ColumnRole =
  | 'day'
  | 'time'
  | 'amount'
  | 'income'
  | 'expense'
  | 'direction'
  | 'balance'
  | 'counterparty'
  | 'summary'
  | 'reference'
  | 'kind'
  | 'payment';

export type Columns = Readonly<Partial<Record<ColumnRole, number>>>;

export interface FoundHeadings {
  /** The place of the row of headings among the rows. */
  readonly at: number;
  readonly columns: Columns;
  readonly layout: string;
}

/** How banks head their columns, those that are meant rather than others first; blanks and （元） are left out before. */
const HEADINGS: Readonly<Record<ColumnRole, readonly RegExp[]>> = {
  day: [
    /^交易日期$/,
    /^(记账|入账|发生|业务)?日期$/,
    /^(交易|记账|入账)日$/,
    /^交易(日期)?时间$/,
    /^(付款|创建|入账)时间$/,
    /date/i,
  ],
  time: [/^交易时间$/, /^(交易|入账)?时间戳?$/, /^time$/i],
  amount: [/^(交易|记账|发生)?金额$/, /^(交易)?发生额$/, /^(交易|发生)金额\(.*\)$/, /^amount$/i],
  income: [
    /^记账金额\(收入\)$/,
    /^(收入|贷方|存入|转入|进账)(金额|发生额)?$/,
    /\((收入|贷方?|存入)\)$/,
    /^贷方?\(.*\)$/,
    /^credit/i,
  ],
  expense: [
    /^记账金额\(支出\)$/,
    /^(支出|借方|支取|取出|转出|付出)(金额|发生额)?$/,
    /\((支出|借方?|支取)\)$/,
    /^借方?\(.*\)$/,
    /^debit/i,
  ],
  direction: [/^收\/支$/, /^借\/?贷(标志|方向|标识)?$/, /^收支(标志|方向|类型)?$/, /^(交易)?方向$/],
  balance: [/^(本次|联机|账户|交易后|当前)?余额$/, /余额/, /balance/i],
  counterparty: [
    /^对方(户名|名称|账户名|单位|姓名)/,
    /^(交易)?对方$/,
    /^对手(信息|户名|名称)$/,
    /^(收|付)款?[(（]?付?款?[)）]?(方|人)(名称|户名)$/,
  ],
  summary: [
    /^(交易)?摘要$/,
    /^(用途|附言|交易附言|客户摘要|商品|商品说明|备注|交易说明)$/,
    /摘要|用途|说明/,
    /^description$/i,
  ],
  reference: [/^(交易|核心)?流水号$/, /^日志号$/, /^交易(单号|订单号|序号)$/, /^(凭证|参考|业务)号$/, /reference/i],
  kind: [/^交易类型$/, /^(交易)?类型$/],
  payment: [/^(收\/付款|支付)方式$/],
};

/** The layouts that are known by their very own headings. */
const LAYOUTS: readonly (readonly [name: string, ...headings: string[]])[] = [
  ['abc', '本次余额', '日志号'],
  ['cmb', '联机余额', '客户摘要'],
  ['icbc', '记账金额(收入)', '记账金额(支出)'],
  ['wechat', '收/支', '当前状态', '交易单号'],
];

export function headingText(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\((元|人民币|CNY|RMB)\)/gi, '');
}

/** The column that fits a role best: by the order of its headings, then from the left. */
function columnFor(role: ColumnRole, headings: readonly string[], taken: ReadonlySet<number>): number | undefined {
  for (const heading of HEADINGS[role]) {
    const at = headings.findIndex((text, column) => !taken.has(column) && heading.test(text));
    if (at >= 0) return at;
  }
  return undefined;
}

/** Those that others could take for themselves come first. */
const ORDER: readonly ColumnRole[] = [
  ...(['income', 'expense', 'direction', 'balance', 'day', 'time', 'amount'] as const),
  ...(['counterparty', 'reference', 'kind', 'payment', 'summary'] as const),
];

export function columnsOf(headings: readonly string[]): Columns {
  const columns: Partial<Record<ColumnRole, number>> = {};
  const taken = new Set<number>();
  for (const role of ORDER) {
    const column = columnFor(role, headings, taken);
    if (column === undefined) continue;
    columns[role] = column;
    taken.add(column);
  }
  return columns;
}

function tellsMoney({ day, amount, income, expense }: Columns): boolean {
  return day !== undefined && (amount !== undefined || income !== undefined || expense !== undefined);
}

/** The row that heads the others, below whatever a bank writes above it; null when no row tells day and money. */
export function findHeadings(rows: readonly (readonly string[])[]): FoundHeadings | null {
  const found = rows.map((cells, at) => {
    const headings = cells.map(headingText);
    return { at, headings, columns: columnsOf(headings) };
  });
  const fitting = found.filter(({ columns }) => tellsMoney(columns));
  const roles = (columns: Columns): number => Object.keys(columns).length;
  const best = fitting.reduce<(typeof found)[number] | null>(
    (one, other) => (one && roles(one.columns) >= roles(other.columns) ? one : other),
    null,
  );
  if (!best) return null;
  const known = LAYOUTS.find(([, ...own]) => own.every((heading) => best.headings.includes(heading)));
  return { at: best.at, columns: best.columns, layout: known?.[0] ?? 'unknown' };
}
