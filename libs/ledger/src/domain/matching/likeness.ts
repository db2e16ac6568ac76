/** Signs that names and memos are written with or without. */
const UNSAID = /[\s\p{P}\p{S}]+/gu;
/** Words that stand in so many names and memos that they tell nothing. */
const COMMON = /有限责任公司|股份有限公司|有限公司|公司|转账|汇款|网银|手机银行|支付宝|财付通|款项|收到|支付|付款/g;

function bare(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(COMMON, '').replace(UNSAID, '');
}

function pairsOf(text: string): ReadonlySet<string> {
  const signs = [...text];
  return new Set(signs.slice(1).map((sign, at) => `${signs[at]}${sign}`));
}

/**
 * Whether two texts speak of the same: half of the pairs of signs of the shorter stand in the longer. Chinese is
 * written without blanks, so there are no words to compare.
 */
export function isAlike(one: string | null, other: string | null): boolean {
  const [a, b] = [pairsOf(bare(one ?? '')), pairsOf(bare(other ?? ''))];
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  if (fewer.size === 0) return false;
  const shared = [...fewer].filter((pair) => more.has(pair)).length;
  return shared * 2 >= fewer.size;
}

/** A number of the bank that somebody wrote into the memo. Short ones stand in texts by chance. */
export function namesReference(reference: string | null, memo: string): boolean {
  return reference !== null && reference.length >= 4 && memo.includes(reference);
}
