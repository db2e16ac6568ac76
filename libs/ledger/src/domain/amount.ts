/** The largest amount of one line, in the smallest unit of its book; far beyond any fund, far within the database. */
export const LARGEST_AMOUNT = 10n ** 17n;

const WRITTEN = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.(\d{0,18}))?$/;

/** Reads a decimal text as whole smallest units; null when it is no amount, or finer or larger than the book holds. */
export function amountOf(text: string, decimals: number): bigint | null {
  const found = WRITTEN.exec(text.trim());
  if (!found) return null;
  const [, sign, whole = '', fraction = ''] = found;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > decimals) return null;
  const units = BigInt(whole.replaceAll(',', '') + digits.padEnd(decimals, '0'));
  if (units > LARGEST_AMOUNT) return null;
  return sign === '-' ? -units : units;
}

/** Smallest units as a decimal text, with all digits of the book: `-0.05`. */
export function amountText(units: bigint | string, decimals: number): string {
  const value = BigInt(units);
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${value < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(digits.length - decimals)}` : ''}`;
}
