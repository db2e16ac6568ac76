/** Traditional and variant characters that real lists mix into names of compounds, with their simplified form. */
const VARIANTS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '園园 華华 東东 樓楼 區区 號号 廣广 龍龙 鳳凤 麗丽 豐丰 貴贵 學学 門门 陽阳 興兴 國国 際际 莊庄 灣湾 島岛 嶺岭 ' +
    '觀观 濱滨 橋桥 寶宝 銀银 錦锦 鑽钻 聖圣 瑪玛 榮荣 業业 慶庆 關关 開开 發发 場场 單单 團团 隊队 廠厂 車车 鐵铁 ' +
    '電电 機机 醫医 衛卫 綠绿 藍蓝 紅红 黃黄 馬马 鳥鸟 魚鱼 雲云 風风 飛飞 葉叶 蘭兰 蓮莲 棟栋 幢栋 裏里 裡里 邨村 ' +
    '縣县 鄉乡 鎮镇 寧宁 億亿 萬万 長长 雙双 領领 頂顶 頤颐 禦御 憶忆 潤润 瀾澜 畫画 譽誉 諾诺 詩诗 ' +
    '潔洁 濟济 滙汇 匯汇 恆恒 軒轩 閣阁 義义 鴻鸿 歐欧 與与 嶽岳 臺台 貳二 壹一 叁三'
  )
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

const CHINESE_DIGITS = '零一二三四五六七八九';
const NUMERAL_BEFORE_PART = /([零一二三四五六七八九十]{1,3})(?=期|区|号院|号楼|号|院|组团|苑)/g;
const ROMAN_PHASE = /(?<![a-z])(?:i{1,3}|iv|v)(?=期)/g;
const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v'];
/** Brackets go, what they hold stays: 凤凰城（一期） is 凤凰城一期. */
const MARKS = /[\s·•・.,，、。:：;；'"“”‘’`~\-—–_/\\|()（）[\]【】{}〈〉《》<>「」『』〔〕#*&+]/g;
/** Which part of a larger development is meant; two parts are two compounds. */
const PART = /(?:第?\d{1,3}期|[a-z]\d{0,2}(?:区|组团|座)|\d{1,3}(?:区|组团|号院)|[东西南北中]{1,2}[区院苑]|[东西南北]\d?(?=小区)|[新旧老][区院])/g;
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

/** One spelling of a text: half width, lower case, simplified, digits for numerals of parts, without marks or blanks. */
export function plainSpelling(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(MARKS, '');
  const simplified = [...folded].map((character) => VARIANTS[character] ?? character).join('');
  return simplified.replace(NUMERAL_BEFORE_PART, numeral).replace(ROMAN_PHASE, roman).replace(/第(?=\d+期)/g, '');
}

/** Takes a compound's name apart for comparison; never stored and never shown. */
export function normaliseName(name: string): NormalisedName {
  const spelling = plainSpelling(name);
  const parts = spelling.match(PART) ?? [];
  const part = [...parts].sort().join('');
  const without = spelling.replace(PART, '');
  const key = without.replace(PLAIN_SUFFIX, '') || without || spelling;
  const core = key.replace(LOOSE_SUFFIX, '') || key;
  return { key, core, part };
}
