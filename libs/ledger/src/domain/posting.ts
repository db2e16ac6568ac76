/** An account as posting knows it: positive is debit. */
export interface ModelAccount {
  readonly code: string;
  readonly restriction: string | null;
  readonly isPostable: boolean;
  readonly least: bigint | null;
  readonly most: bigint | null;
  readonly balance: bigint;
  readonly held: bigint;
}

export interface ModelLine {
  readonly code: string;
  readonly amount: bigint;
}

export interface ModelEntry {
  readonly key: string;
  readonly day: string;
  readonly memo: string;
  readonly lines: readonly ModelLine[];
}

/** A book at one moment. */
export interface ModelBook {
  readonly accounts: ReadonlyMap<string, ModelAccount>;
  readonly entries: readonly ModelEntry[];
  readonly closedMonths: ReadonlySet<string>;
}

export type PostingOutcome =
  | 'posted'
  | 'known'
  | 'key-used'
  | 'too-few-lines'
  | 'account-unknown'
  | 'account-not-postable'
  | 'unbalanced'
  | 'restriction-mixed'
  | 'period-closed'
  | 'floor';

export interface Posted {
  readonly book: ModelBook;
  readonly outcome: PostingOutcome;
}

const sum = (lines: readonly ModelLine[]): bigint => lines.reduce((total, { amount }) => total + amount, 0n);

function isSame(one: ModelEntry, other: ModelEntry): boolean {
  const said = ({ day, memo, lines }: ModelEntry): string =>
    JSON.stringify([day, memo, lines.map(({ code, amount }) => [code, String(amount)])]);
  return said(one) === said(other);
}

function faultOf(book: ModelBook, entry: ModelEntry): PostingOutcome | null {
  const former = book.entries.find(({ key }) => key === entry.key);
  if (former) return isSame(former, entry) ? 'known' : 'key-used';
  if (entry.lines.length === 0) return 'too-few-lines';
  const accounts = entry.lines.map(({ code }) => book.accounts.get(code));
  if (accounts.includes(undefined)) return 'account-unknown';
  if (accounts.some((account) => account?.isPostable === false)) return 'account-not-postable';
  if (sum(entry.lines) !== 0n) return 'unbalanced';
  const restrictions = new Set(accounts.map((account) => account?.restriction ?? null));
  const within = (restriction: string | null): readonly ModelLine[] =>
    entry.lines.filter((_, at) => (accounts[at]?.restriction ?? null) === restriction);
  if ([...restrictions].some((restriction) => sum(within(restriction)) !== 0n)) return 'restriction-mixed';
  return book.closedMonths.has(entry.day.slice(0, 7)) ? 'period-closed' : null;
}

function isBeyond({ least, most, balance, held }: ModelAccount): boolean {
  return (least !== null && balance - held < least) || (most !== null && balance > most);
}

/** 记账, as the database must do it: the same book, or the book with the entry in it. */
export function post(book: ModelBook, entry: ModelEntry): Posted {
  const fault = faultOf(book, entry);
  if (fault) return { book, outcome: fault };
  const accounts = new Map(book.accounts);
  for (const { code, amount } of entry.lines) {
    const account = accounts.get(code) as ModelAccount;
    accounts.set(code, { ...account, balance: account.balance + amount });
  }
  if (entry.lines.some(({ code }) => isBeyond(accounts.get(code) as ModelAccount))) return { book, outcome: 'floor' };
  return { book: { ...book, accounts, entries: [...book.entries, entry] }, outcome: 'posted' };
}
