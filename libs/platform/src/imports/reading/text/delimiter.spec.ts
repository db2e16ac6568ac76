import { describe, expect, it } from '@jest/globals';
import { findDelimiter, hasDelimiterHint } from './delimiter.js';

describe('delimiter', () => {
  it.each([
    ['小区名称,地址\n甲,一\n', ','],
    ['小区名称\t地址\n甲,乙\t一,二,三\n丙\t四\n', '\t'],
    ['小区名称;地址;户数\n甲;1,2路;3\n乙;路;4\n', ';'],
    ['小区名称，地址\n甲，一\n', '，'],
    ['晋城市住宅小区台账（2026年）\n小区名称,地址,户数\n甲,"一,二",3\n', ','],
    ['小区名称\n甲\n', ','],
    ['sep=;\r\n小区名称;地址\n', ';'],
  ])('of %j is %j', (sample, delimiter) => {
    expect(findDelimiter(sample)).toBe(delimiter);
  });

  it('knows the line that only names it', () => {
    expect(hasDelimiterHint('sep=;\n小区名称')).toBe(true);
    expect(hasDelimiterHint('小区名称;sep=;\n')).toBe(false);
  });
});
