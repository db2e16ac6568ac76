import { describe, expect, it } from '@jest/globals';
import { claimedMode, SERVICE_MODE_WORDS, serviceModeOf } from './service-mode-words.js';

describe('modes as lists write them', () => {
  it.each([
    ['物业企业', 'P'],
    ['专业物业', 'P'],
    ['物业服务企业', 'P'],
    ['企业服务', 'P'],
    ['p', 'P'],
    ['Ｔ', 'T'],
    ['其他管理人', 'M'],
    ['其它物业管理人', 'M'],
    ['业主自管', 'S'],
    ['业主自行管理', 'S'],
    ['单位自管', 'U'],
    ['产权单位管理', 'U'],
    ['社区托管', 'T'],
    ['街道托管（兜底）', 'T'],
    ['国企托管', 'T'],
    ['连片打包', 'B'],
    ['打包', 'B'],
    ['应急物业', 'E'],
    ['临时物业', 'E'],
    ['无', 'none'],
    ['无人管理', 'none'],
    ['失管', 'none'],
  ])('%s is %s', (words, mode) => {
    expect(serviceModeOf(words)).toBe(mode);
  });

  it.each([null, '', ' ', '暂无信息', '不详', '-'])('%s says nothing', (words) => {
    expect(serviceModeOf(words)).toBeNull();
  });

  it('does not guess at other words', () => {
    expect(serviceModeOf('其余')).toBeUndefined();
  });

  it('reads back its own words', () => {
    for (const [mode, words] of Object.entries(SERVICE_MODE_WORDS)) expect(serviceModeOf(words)).toBe(mode);
  });

  it('claims by company, owners, community, nobody, or nothing', () => {
    expect(['P', 'M', 'B', 'E', 'S', 'U', 'T', 'none', null].map((mode) => claimedMode(mode as never))).toEqual([
      'company',
      'company',
      'company',
      'company',
      'self',
      'self',
      'community',
      'none',
      'unknown',
    ]);
  });
});
