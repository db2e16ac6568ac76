import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseName, plainSpelling } from './normalise-name.js';

describe('normalising names of compounds', () => {
  it.each([
    ['民丰嘉園', '民丰嘉园'],
    ['鳳鳴華庭', '凤鸣华庭'],
    ['凤凰城（一期）', '凤凰城1期'],
    ['凤凰城 第一期', '凤凰城壹期'],
    ['凤凰城Ⅱ期', '凤凰城二期'],
    ['富力城Ａ区', '富力城a区'],
    ['书香苑十二号院', '书香苑12号院'],
    ['中车·国际广场', '中车国际广场'],
  ])('%s and %s are spelt alike', (left, right) => {
    expect(plainSpelling(left)).toBe(plainSpelling(right));
  });

  it.each([
    ['凤鸣小区', '凤鸣'],
    ['凤鸣社区', '凤鸣'],
    ['凤鸣 住宅小区', '凤鸣'],
  ])('the key of %s has no word that only says that people live there', (name, key) => {
    expect(normaliseName(name).key).toBe(key);
  });

  it('keeps garden and courtyard in the key, and drops them from the core', () => {
    expect(normaliseName('阳光花园').key).not.toBe(normaliseName('阳光小区').key);
    expect(normaliseName('阳光花园').core).toBe(normaliseName('阳光小区').core);
  });

  it('tells the parts of one development apart', () => {
    expect(normaliseName('富力城A区').part).toBe('a区');
    expect(normaliseName('富力城 E 区').part).toBe('e区');
    expect(normaliseName('凤凰城二期').part).toBe(normaliseName('凤凰城2期').part);
    expect(normaliseName('凤凰城').part).toBe('');
    expect(normaliseName('古矿西区').part).toBe('西区');
  });

  it('a street in brackets is no part of the name, a phase in brackets is', () => {
    expect(normaliseName('文景苑(文昌西街1669号)').key).toBe('文景苑');
    expect(normaliseName('凤凰城（一期）').part).toBe('1期');
    expect(normaliseName('(一号路)').key).not.toBe('');
  });

  it('never takes a whole name away', () => {
    for (const name of ['小区', '花园', '一期', '家属院']) expect(normaliseName(name).core).not.toBe('');
  });

  it('is stable: normalising what is normalised changes nothing, and case, width and blanks never matter', () => {
    const characters = [...'凤凰城一二十期区号院（） ·ABabiVⅢ12園园小花'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 12 }), (letters) => {
        const spelling = plainSpelling(letters.join(''));
        expect(plainSpelling(spelling)).toBe(spelling);
        expect(plainSpelling(letters.join(' ').toUpperCase())).toBe(spelling);
      }),
    );
  });
});
