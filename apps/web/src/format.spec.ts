import { describe, expect, it } from '@jest/globals';
import {
  fenOf,
  formatArea,
  formatCount,
  formatInstant,
  formatMoney,
  formatRate,
  formatValue,
  formatWeight,
  formatYuan,
  share,
} from './format.js';

describe('format', () => {
  it('groups counts', () => {
    expect(formatCount(1742)).toBe('1,742');
  });

  it('shows a rate as it was given, and none where there is nothing to divide by', () => {
    expect(formatRate('99.94')).toBe('99.94%');
    expect(formatRate('100.00')).toBe('100.00%');
    expect(formatRate(null)).toBe('–');
  });

  it.each([
    ['1203.50', '1,203.50 ㎡'],
    ['1203.5', '1,203.50 ㎡'],
    ['69000', '69,000.00 ㎡'],
    ['9007199254740993.01', '9,007,199,254,740,993.01 ㎡'],
    ['0.00', '0.00 ㎡'],
    [null, '–'],
  ])('writes the area %s as %s without losing a digit', (given, shown) => {
    expect(formatArea(given)).toBe(shown);
  });

  it.each([
    ['0.00', '¥0.00'],
    ['-1203.5', '−¥1,203.50'],
    ['790000000', '¥790,000,000.00'],
    ['9007199254740993.01', '¥9,007,199,254,740,993.01'],
  ])('writes the money %s as %s without losing a fen', (given, shown) => {
    expect(formatMoney(given)).toBe(shown);
  });

  it.each([
    ['120350', '1,203.50 ㎡'],
    ['7', '0.07 ㎡'],
    ['900719925474099301', '9,007,199,254,740,993.01 ㎡'],
  ])('writes the weight %s as %s without losing a digit', (given, shown) => {
    expect(formatWeight(given)).toBe(shown);
  });

  it('writes instants as the clock stands in Shanghai', () => {
    expect(formatInstant('2026-11-23T16:05:00Z')).toBe('2026-11-24 00:05');
  });

  it('writes whatever a list said as text', () => {
    expect([formatValue(null), formatValue(['a', 'b']), formatValue({ x: 1, y: 2 }), formatValue(0)]).toEqual([
      '–',
      'a、b',
      '1, 2',
      '0',
    ]);
  });

  it('draws nothing where there is nothing', () => {
    expect(share(0, 0)).toBe(0);
    expect(share(1, 4)).toBe(25);
  });

  it.each([
    ['5', '¥0.05'],
    ['120350', '¥1,203.50'],
    ['-30000', '−¥300.00'],
  ])('writes %s fen as %s', (fen, shown) => {
    expect(formatYuan(fen)).toBe(shown);
  });

  it.each([
    ['300', '30000'],
    ['0.5', '50'],
    ['1203.05', '120305'],
    ['3.555', null],
    ['-3', null],
    ['三百', null],
  ])('reads %s yuan as %s fen', (yuan, fen) => {
    expect(fenOf(yuan)).toBe(fen);
  });
});
