import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCreditCode, creditCodeCheckSign, explainCreditCode, normalizeCreditCode } from './credit-code.js';

const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const GENUINE = ['91350100M000100Y43', '9144030071526726XG', '914403001922038216', '91110000101623741K'];
/** Their weighted sums are divisible by 31, where the check sign is 0. */
const ENDING_IN_ZERO = ['91140500MA0K000120', '91140500MA0K000410'];

const first17 = fc
  .tuple(
    fc.array(fc.constantFrom(...SIGNS), { minLength: 2, maxLength: 2 }),
    fc.array(fc.constantFrom(...SIGNS.slice(0, 10)), { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom(...SIGNS), { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));

describe('the check of a credit code (GB 32100-2015)', () => {
  it.each([...GENUINE, ...ENDING_IN_ZERO])('%s passes', (code) => {
    expect(checkCreditCode(code)).toEqual({ valid: true, expected: code.charAt(17) });
    expect(explainCreditCode(code)).toBeNull();
  });

  it('tells the sign that should stand where a code fails', () => {
    expect(checkCreditCode('91310115MA1H8R7C6D')).toEqual({
      valid: false,
      expected: creditCodeCheckSign('91310115MA1H8R7C6'),
    });
    expect(checkCreditCode('91310115MA1H8R7C6D').expected).not.toBe('D');
    expect(explainCreditCode('91350211M0000XUF46')?.zh).toContain('校验位应为');
  });

  it.each([
    ['91350100M000100Y4', '17 位'],
    ['', '0 位'],
    ['91350100M000100YO3', '“O”'],
    ['91A50100M000100Y43', '第 3 至 8 位'],
  ])('explains %j in words', (code, words) => {
    expect(checkCreditCode(code)).toEqual({ valid: false, expected: null });
    expect(explainCreditCode(code)?.zh).toContain(words);
  });

  it('reads what people type', () => {
    expect(normalizeCreditCode(' ９１35-0100 m000100y43\u200b')).toBe('91350100M000100Y43');
    expect(checkCreditCode('91350100m000100y43').valid).toBe(true);
  });

  it('accepts exactly one of the 31 signs, and so finds every single mistake', () => {
    fc.assert(
      fc.property(first17, fc.nat(17), fc.constantFrom(...SIGNS), (body, place, sign) => {
        const code = body + creditCodeCheckSign(body);
        expect(SIGNS.filter((last) => checkCreditCode(body + last).valid)).toHaveLength(1);
        const mistaken = code.slice(0, place) + sign + code.slice(place + 1);
        expect(checkCreditCode(mistaken).valid).toBe(mistaken === code);
      }),
    );
  });
});
