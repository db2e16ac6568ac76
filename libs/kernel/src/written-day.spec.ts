import { describe, expect, it } from '@jest/globals';
import { writtenDay } from './written-day.js';

describe('a day on an official paper', () => {
  it.each([
    ['2026-06-01', '2026年6月1日', '二〇二六年六月一日'],
    ['2030-10-10', '2030年10月10日', '二〇三〇年十月十日'],
    ['2026-11-23', '2026年11月23日', '二〇二六年十一月二十三日'],
    ['2026-12-30', '2026年12月30日', '二〇二六年十二月三十日'],
  ])('%s is %s, formally %s', (day, plain, formal) => {
    expect([writtenDay(day), writtenDay(day, true)]).toEqual([plain, formal]);
  });
});
