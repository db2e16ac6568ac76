import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalAreaCode, levelOfAreaCode } from './area-code.js';

describe('an area code', () => {
  it.each([
    ['140500', '1405', 'city'],
    ['1405', '1405', 'city'],
    ['140500000000', '1405', 'city'],
    ['14', '14', 'province'],
    ['140000', '14', 'province'],
    ['140502', '140502', 'county'],
    ['140502000', '140502', 'county'],
    ['140502000000', '140502', 'county'],
    ['140502001', '140502001', 'township'],
    ['140502001000', '140502001', 'township'],
    ['140502001001', '140502001001', 'village'],
    ['441900003', '441900003', 'township'],
    ['1405020010010', '1405020010010', 'grid'],
    ['140502001001000007', '140502001001000007', 'grid'],
  ])('%s is %s, a %s', (text, code, level) => {
    expect(canonicalAreaCode(text)).toBe(code);
    expect(levelOfAreaCode(text)).toBe(level);
  });

  it.each([
    '',
    '1',
    '140',
    '14050',
    '1405020',
    '14050200',
    '1405020010',
    '14050200100',
    '1405020010010000071',
    '00',
    '000000',
    '14O5',
    '１４０５',
    ' 1405',
    '1405\n',
    '-1405',
    '140.5',
  ])('%j is none', (text) => {
    expect(canonicalAreaCode(text)).toBeNull();
    expect(levelOfAreaCode(text)).toBeNull();
  });

  it('is the same however it was padded, and stays what it is once canonical', () => {
    const code = fc.tuple(fc.constantFrom(2, 4, 6, 9, 12), fc.stringMatching(/^[1-9]{12}$/));
    fc.assert(
      fc.property(code, fc.constantFrom(2, 4, 6, 9, 12), ([length, digits], padded) => {
        const text = digits.slice(0, length);
        expect(canonicalAreaCode(text.padEnd(Math.max(padded, length), '0'))).toBe(text);
        expect(canonicalAreaCode(canonicalAreaCode(text) ?? '')).toBe(text);
      }),
    );
  });
});
