import { describe, expect, it } from '@jest/globals';
import { pinyinOf, pinyinPattern } from './name-pinyin.js';

const finds = (typed: string, ...names: string[]): boolean => {
  const pattern = pinyinPattern(typed);
  return pattern !== null && new RegExp(pattern).test(pinyinOf(names));
};

describe('the pinyin of names', () => {
  it('is kept syllable by syllable, with what is no Chinese as it is typed', () => {
    expect(pinyinOf(['凤凰苑', '绿城·A区2期'])).toBe('feng huang yuan|lv cheng a qu 2 qi');
    expect(pinyinOf(['重庆路小区'])).toBe('chong qing lu xiao qu');
  });

  it.each(['fhy', 'FHY', 'fenghuangyuan', 'feng huang', 'fenghy', 'fhuangy', 'hy', 'huang', 'yuan'])(
    'finds 凤凰苑 by %s',
    (typed) => {
      expect(finds(typed, '凤凰苑')).toBe(true);
    },
  );

  it.each(['eng', 'fy', 'fhyx', 'ang', 'huangfeng', '凤凰', '123', ''])('does not find 凤凰苑 by %s', (typed) => {
    expect(finds(typed, '凤凰苑')).toBe(false);
  });

  it('finds by an alias, and never across two names', () => {
    expect(finds('lyg', '凤凰苑', '绿园宫')).toBe(true);
    expect(finds('lvyuan', '凤凰苑', '绿园')).toBe(true);
    expect(finds('yl', '凤凰苑', '绿园')).toBe(false);
  });
});
