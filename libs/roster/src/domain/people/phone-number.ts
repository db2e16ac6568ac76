/** Digits only, without the country's prefix: +86 138-0013-8000 → 13800138000. */
export function plainPhone(written: string): string {
  const digits = written.normalize('NFKC').replace(/[^\d]/g, '');
  return digits.length > 11 && digits.startsWith('86') ? digits.slice(2) : digits;
}

/** A mobile number, or a land line with or without its area code. */
export function isPhone(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits) || /^0\d{9,11}$/.test(digits) || /^[2-8]\d{6,7}$/.test(digits);
}
