import { isDay } from '#libs/kernel';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_SIGNS = '10X98765432';

/** Half width, upper case, no blanks: two ways to write one number are one number. */
export function plainIdNumber(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .toUpperCase();
}

/** The last sign that the first 17 digits of a citizen's number ask for (GB 11643-1999). */
export function checkSignOf(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0);
  return CHECK_SIGNS.charAt(sum % 11);
}

/**
 * Whether a number is what it seems to be. 18 signs of a citizen are checked by their birthday and their last sign; a
 * passport or another paper has no check and is believed.
 */
export function isDoubtfulId(number: string): boolean {
  if (/^\d{17}[\dX]$/.test(number)) {
    // Days of before 1900 are no days elsewhere in the system; those of the 19th century exist when they do a century on.
    const year = number.slice(6, 10).replace(/^18/, '19');
    const born = `${year}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
    return !isDay(born) || checkSignOf(number) !== number.charAt(17);
  }
  // The numbers of before 1999 have 15 digits and no check; other runs of digits are numbers with digits lost.
  return /^\d+X?$/.test(number) && number.length !== 15 && number.length >= 12;
}
