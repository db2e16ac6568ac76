import { simplified } from './variant-characters.js';

const CHINESE_DIGITS = '零一二三四五六七八九';
const NUMERAL_BEFORE_PART = /([零一二三四五六七八九十]{1,3})(?=期|区|号院|号楼|号|院|组团|苑)/g;
const ROMAN_PHASE = /(?<![a-z])(?:i{1,3}|iv|v)(?=期)/g;
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v'];
/** A street named behind the name, as portals do: 文景苑(文昌西街1669号). */
const STREET_IN_BRACKETS = /[（(][^（()）]*(?:路|街|巷|道|号|附近|对面|旁)[）)]$/;
/** Brackets go, what they hold stays: 凤凰城（一期） is 凤凰城一期. */
const MARKS = /[\s·•・.,，、。:：;；'"“”‘’`~\-—–_/\\|()（）[\]【】{}〈〉《》<>「」『』〔〕#*&+]/g;
/** Which part of a larger development is meant; two parts are two compounds. */
const PART =
  /(?:第?\d{1,3}期|[a-z]\d{0,2}(?:区|组团|座)|\d{1,3}(?:区|组团|号院)|[东西南北中]{1,2}[区院苑]|[东西南北]\d?(?=小区)|[新旧老][区院])/g;
/** Words that say no more than "a place where people live"; the second group tells compounds apart now and then. */
const PLAIN_SUFFIX = /(?:住宅小区|居民小区|生活小区|花园小区|小区|社区|住宅区|生活区)$/;
const LOOSE_SUFFIX = /(?:花园|家园|家属院|家属楼|家属区|宿舍楼|宿舍|住宅楼|公寓|大厦|苑|院|楼)$/;

/** A name prepared for comparison. */
export interface NormalisedName {
  /** The whole name in one spelling: equal keys mean the same words. */
  readonly key: string;
  /** The name without words that merely say that people live there, and without its part. */
  readonly core: string;
  /** Phase or section (1期, a区, 东区), or '' when the name has none. */
  readonly part: string;
}

function numeral(text: string): string {
  const ten = text.indexOf('十');
  if (ten < 0) return [...text].map((digit) => CHINESE_DIGITS.indexOf(digit)).join('');
  const tens = ten === 0 ? 1 : CHINESE_DIGITS.indexOf(text[0] as string);
  const ones = ten === text.length - 1 ? 0 : CHINESE_DIGITS.indexOf(text[ten + 1] as string);
  return String(tens * 10 + ones);
}

function roman(text: string): string {
  return String(ROMAN.indexOf(text));
}

/** One spelling of a text: half width, lower case, simplified, digits for numerals of parts, no marks or blanks. */
export function plainSpelling(text: string): string {
  const folded = simplified(text.normalize('NFKC').toLowerCase().replace(MARKS, ''));
  return folded
    .replace(NUMERAL_BEFORE_PART, numeral)
    .replace(ROMAN_PHASE, roman)
    .replace(/第(?=\d+期)/g, '');
}

/** Takes a compound's name apart for comparison; never stored and never shown. */
export function normaliseName(name: string): NormalisedName {
  const spelling = plainSpelling(name.trim().replace(STREET_IN_BRACKETS, '') || name);
  const parts = spelling.match(PART) ?? [];
  const part = [...parts].sort().join('');
  const without = spelling.replace(PART, '');
  const key = without.replace(PLAIN_SUFFIX, '') || without || spelling;
  const core = key.replace(LOOSE_SUFFIX, '') || key;
  return { key, core, part };
}
