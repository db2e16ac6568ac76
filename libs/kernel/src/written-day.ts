import type { Day } from './day.js';

const DIGITS = '〇一二三四五六七八九';

/** A number below a hundred in Chinese: 十二. */
export function chineseNumber(number: number): string {
  if (number < 10) return DIGITS[number] as string;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? '' : (DIGITS[tens] as string)}十${ones === 0 ? '' : (DIGITS[ones] as string)}`;
}

/** A day as official papers write it: 2026年6月1日; `isFormal` gives 二〇二六年六月一日. */
export function writtenDay(day: Day, isFormal = false): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (!isFormal) return `${Number(year)}年${Number(month)}月${Number(date)}日`;
  const years = [...year].map((digit) => DIGITS[Number(digit)]).join('');
  return `${years}年${chineseNumber(Number(month))}月${chineseNumber(Number(date))}日`;
}
