/** A fraction in whole numbers, in its lowest terms; shares are never floats. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

function commonDivisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one : commonDivisor(other, one % other);
}

/** The fraction in lowest terms, or null when it is no whole numbers that a computer keeps exactly. */
export function fraction(numerator: bigint, denominator: bigint): Fraction | null {
  if (denominator <= 0n || numerator < 0n) return null;
  const divisor = commonDivisor(numerator, denominator);
  const reduced = { numerator: Number(numerator / divisor), denominator: Number(denominator / divisor) };
  return Number.isSafeInteger(reduced.numerator) && Number.isSafeInteger(reduced.denominator) ? reduced : null;
}

/** The exact sum; too large a denominator never comes from shares that people write. */
export function sumOf(fractions: readonly Fraction[]): Fraction | null {
  let [numerator, denominator] = [0n, 1n];
  for (const each of fractions) {
    numerator = numerator * BigInt(each.denominator) + BigInt(each.numerator) * denominator;
    denominator *= BigInt(each.denominator);
    const divisor = commonDivisor(numerator, denominator);
    [numerator, denominator] = [numerator / divisor, denominator / divisor];
  }
  return fraction(numerator, denominator);
}

export function isWhole({ numerator, denominator }: Fraction): boolean {
  return numerator === denominator;
}

export function sameFraction(one: Fraction | null, other: Fraction | null): boolean {
  return one?.numerator === other?.numerator && one?.denominator === other?.denominator;
}

/** `digits` with a decimal point, over `base`: 33.33 over 100 → 3333/10000. */
function decimalOver(digits: string, base: bigint): Fraction | null {
  const [whole = '0', behind = ''] = digits.split('.');
  return fraction(BigInt(`${whole}${behind}`), base * 10n ** BigInt(behind.length));
}

/** Reads 1/2, 50%, 二分之一 written 2分之1, 33.33 % and 0.5; null for anything else. */
export function parseFraction(written: string, bareUnit: 'one' | 'percent' = 'one'): Fraction | null {
  const text = written.normalize('NFKC').replace(/\s+/g, '').replace(/^占/, '');
  const quotient = /^(\d{1,12})\/(\d{1,12})$/.exec(text) ?? /^(\d{1,12})比(\d{1,12})$/.exec(text);
  if (quotient) return fraction(BigInt(quotient[1] as string), BigInt(quotient[2] as string));
  const spoken = /^(\d{1,9}|[二三四五六七八九十])分之(\d{1,9}|[一二三四五六七八九])$/.exec(text);
  if (spoken) return fraction(spokenNumber(spoken[2] as string), spokenNumber(spoken[1] as string));
  const decimal = /^(\d{1,9}(?:\.\d{1,6})?)([%‰]?)$/.exec(text);
  if (!decimal) return null;
  const [, digits = '', sign = ''] = decimal;
  if (sign === '%') return decimalOver(digits, 100n);
  if (sign === '‰') return decimalOver(digits, 1000n);
  return decimalOver(digits, bareUnit === 'percent' ? 100n : 1n);
}

function spokenNumber(written: string): bigint {
  const place = '零一二三四五六七八九十'.indexOf(written);
  return place > 0 ? BigInt(place) : BigInt(written);
}

/** Percent with two decimals, truncated: for people only, nothing is decided on it. */
export function shownPercent({ numerator, denominator }: Fraction): string {
  const hundredths = (BigInt(numerator) * 10_000n) / BigInt(denominator);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}%`;
}
