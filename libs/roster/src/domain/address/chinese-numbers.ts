const DIGITS = '零一二三四五六七八九';
const NUMBER = /[〇零一二三四五六七八九十百]+(?=号|栋|幢|座|楼|单元|门|梯|层|室|房|户|#)/g;

function digitOf(sign: string): number {
  return DIGITS.indexOf(sign === '〇' ? '零' : sign);
}

/** 十二 → 12, 一百零三 → 103, and digit by digit 二〇一 → 201. */
function valueOf(written: string): string {
  if (!/[十百]/.test(written)) return [...written].map(digitOf).join('');
  let sum = 0;
  let pending = 0;
  for (const sign of written) {
    if (sign === '十' || sign === '百') {
      sum += (pending === 0 ? 1 : pending) * (sign === '十' ? 10 : 100);
      pending = 0;
    } else pending = digitOf(sign);
  }
  return String(sum + pending);
}

/** Writes Chinese numbers before 号楼, 单元, 室 and the like in digits; names such as 一品苑 stay. */
export function arabic(text: string): string {
  return text.replace(NUMBER, valueOf);
}
