/** Control characters, zero-width marks and runs of blanks: what makes two equal texts unequal. */
const UNTIDY = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff\u3000\u00a0]|\s\s/;
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Full-width forms, which a Chinese keyboard writes for digits, letters, brackets and the blank. */
const FULL_WIDTH = /[\uff01-\uff5e\u3000\u00b2\u33a1]/;

/** Trims all kinds of blanks, drops invisible marks and turns line breaks and runs of blanks into one blank. */
export function cleanText(text: string): string {
  const trimmed = text.trim();
  return UNTIDY.test(trimmed) ? trimmed.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim() : trimmed;
}

/** Half-width form of digits, letters and signs; ㎡ becomes m2. */
export function halfWidth(text: string): string {
  return FULL_WIDTH.test(text) ? text.normalize('NFKC') : text;
}

/** The text to compare by: half width, lower case, without any blank. Never stored. */
export function matchingText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '').toLowerCase();
}

const NOTHING = new Set(
  (
    '不详,不祥,未知,不明,不清楚,未填,未填写,未提供,未登记,未录入,待定,待补,待补充,待核实,待确认,待完善,空,' +
    '暂无,暂无资料,暂无数据,暂无信息,暂无记录,暂无门店信息,暂缺,尚无资料,尚无数据,尚无信息,无资料,无数据,无信息,无记录,' +
    '未知类型,n/a,na,null,none,nil,undefined,nan,unknown,-,--,---,—,——,–,/,//,\\,?,??,.,…,*,×'
  ).split(','),
);
const NONE = new Set(['无', '没有', '无此项', '未有', '不涉及', '不适用']);
const LONGEST_WORD = 12;
/** A unit left behind by a page that printed "暂无信息" where a number should stand. */
const TRAILING_UNIT = /[%％户栋幢㎡亩元年]$/;

/** The first letters of all these words, in both widths and cases: one look spares all other texts the comparison. */
const FIRST_LETTERS = new Set(
  [...NOTHING, ...NONE].flatMap((word) => {
    const letter = word.charAt(0);
    const code = letter.charCodeAt(0);
    const wide = code > 0x20 && code < 0x7f ? [letter, letter.toUpperCase()].map(fullWidth) : [];
    return [letter, letter.toUpperCase(), ...wide];
  }),
);

function fullWidth(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
}

function mayBeAWord(text: string): boolean {
  return text.length <= LONGEST_WORD && FIRST_LETTERS.has(text.trimStart().charAt(0));
}

/** True for words by which a list says nothing: 不详, 暂无资料, 暂无数据, 暂无信息, a dash and the like. */
export function nothingSaid(text: string): boolean {
  if (!mayBeAWord(text)) return text.trim() === '';
  const word = matchingText(text);
  return NOTHING.has(word) || NOTHING.has(word.replace(TRAILING_UNIT, ''));
}

/** True for words by which a list says that there is none: 无, 没有. That is a statement, unlike {@link nothingSaid}. */
export function saysNone(text: string): boolean {
  return mayBeAWord(text) && NONE.has(matchingText(text));
}

/** Zero characters and halves of surrogate pairs, which JSON can spell and PostgreSQL cannot keep. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** The text without what no database keeps; ordinary text passes unchanged. */
export function storableText(text: string): string {
  return UNSTORABLE.test(text) ? text.replace(UNSTORABLE, '') : text;
}

/** True when characters were lost by reading the file in a wrong encoding somewhere on its way. */
export function isGarbled(text: string): boolean {
  return text.includes('\ufffd') || text.includes('锟斤拷');
}

/** A copy that stands alone: what was cut from a piece of a file keeps all of that piece in memory while it is kept. */
export function ownText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
