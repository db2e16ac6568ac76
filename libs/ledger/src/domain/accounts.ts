export const ACCOUNT_KINDS = ['asset', 'liability', 'equity', 'income', 'expense', 'other'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** What separates the levels of the tree in a code. */
const LEVEL = ':';

const BY_WORD: Readonly<Record<string, AccountKind>> = {
  Assets: 'asset',
  Liabilities: 'liability',
  Equity: 'equity',
  Income: 'income',
  Expenses: 'expense',
};

/** As the first digit of Chinese charts tells it. */
const BY_DIGIT: Readonly<Record<string, AccountKind>> = {
  '1': 'asset',
  '2': 'liability',
  '3': 'equity',
  '4': 'income',
  '5': 'expense',
};

/** The kind that the head of a code shows. */
export function kindOfCode(code: string): AccountKind {
  const [head = ''] = code.split(LEVEL);
  if (head in BY_WORD) return BY_WORD[head] as AccountKind;
  return (/^\d{4,}$/.test(head) ? BY_DIGIT[head.charAt(0)] : undefined) ?? 'other';
}

/** The codes above one, from the top; none for a code that stands alone. */
export function codesAbove(code: string): readonly string[] {
  const levels = code.split(LEVEL);
  return levels.slice(1).map((_, depth) => levels.slice(0, depth + 1).join(LEVEL));
}

export function parentOfCode(code: string): string | null {
  return codesAbove(code).at(-1) ?? null;
}

/** The last level, which names an account where nobody gave it a name. */
export function lastLevel(code: string): string {
  return code.slice(code.lastIndexOf(LEVEL) + 1);
}

const CODE = /^[^\s\p{C}/?#%:]+(?::[^\s\p{C}/?#%:]+)*$/u;

/** Whether a text can be a code: levels that are not empty, without what an address or a list would break at. */
export function isAccountCode(text: string): boolean {
  return text.length <= 120 && CODE.test(text);
}
