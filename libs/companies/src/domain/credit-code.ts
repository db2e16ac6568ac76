/** The 31 signs of a credit code: digits and letters without I, O, S, V and Z. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** What the check of a 统一社会信用代码 found; a failing code is a warning, because genuine ones that fail exist. */
export interface CreditCodeCheck {
  readonly valid: boolean;
  /** The check sign that belongs there, or null when the first 17 signs are not those of a credit code. */
  readonly expected: string | null;
}

/** The code as it is compared and stored: half-width, upper case, without spaces and hyphens. */
export function normalizeCreditCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\ufeff-]/g, '')
    .toUpperCase();
}

/** The check sign of the first 17 signs (GB 32100-2015), or null when one of them is not allowed in its place. */
export function creditCodeCheckSign(first17: string): string | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/.test(first17)) return null;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * SIGNS.indexOf(first17.charAt(index)), 0);
  // The outer remainder matters: a sum divisible by 31 asks for "0", not for a 32nd sign.
  return SIGNS.charAt((31 - (sum % 31)) % 31);
}

/** Checks an 18-sign code by GB 32100-2015; spaces, hyphens, case and full-width signs do not matter. */
export function checkCreditCode(text: string): CreditCodeCheck {
  const code = normalizeCreditCode(text);
  const expected = code.length === 18 ? creditCodeCheckSign(code.slice(0, 17)) : null;
  return { valid: expected !== null && expected === code.charAt(17), expected };
}

/** What is wrong with a code and what to do, in both languages; null when nothing is. */
export function explainCreditCode(text: string): { readonly zh: string; readonly en: string } | null {
  const code = normalizeCreditCode(text);
  const { valid, expected } = checkCreditCode(code);
  if (valid) return null;
  if (code.length !== 18) {
    return {
      zh: `统一社会信用代码应为 18 位，此处为 ${code.length} 位。请对照营业执照补全。`,
      en: `A credit code has 18 signs, this one ${code.length}. Complete it from the business licence.`,
    };
  }
  const wrong = code.match(/[^0-9A-HJ-NPQRTUWXY]/);
  if (wrong) {
    return {
      zh: `统一社会信用代码中不应出现“${wrong[0]}”（不用 I、O、S、V、Z）。请对照营业执照更正，常见的是把 0 写成 O、1 写成 I。`,
      en: `A credit code never holds "${wrong[0]}". Mend it from the business licence: often 0 became O or 1 became I.`,
    };
  }
  if (expected === null) {
    return {
      zh: '统一社会信用代码第 3 至 8 位应为六位数字的登记机关区划码。请对照营业执照更正。',
      en: 'Signs 3 to 8 of a credit code are the six digits of the registering area. Mend it from the licence.',
    };
  }
  return {
    zh: `统一社会信用代码校验位应为“${expected}”，此处为“${code.charAt(17)}”。请核对营业执照；如执照确为此码，可保留并附执照影印件。`,
    en: `The check sign should be "${expected}". Compare the licence; if it says so, keep the code and attach a copy.`,
  };
}
