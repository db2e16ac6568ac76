import { describe, expect, it } from '@jest/globals';
import { floorArea } from './area-cells.js';
import { Misread } from './cell-type.js';

describe('floor area in 0.01 m²', () => {
  it.each([
    ['314153 平方米', '', 31_415_300],
    ['69000㎡', '', 6_900_000],
    ['230000m2', '', 23_000_000],
    ['230000 m²', '', 23_000_000],
    ['31.4万平方米', '', 31_400_000],
    ['31.4万', '', 31_400_000],
    ['1.5公顷', '', 1_500_000],
    ['110,632.55平米', '', 11_063_255],
    [314153.12, '', 31_415_312],
    ['31.4', '万㎡', 31_400_000],
    [31.4, '万平方米', 31_400_000],
    ['314153平方米', '万㎡', 31_415_300],
    ['314153', '㎡', 31_415_300],
    ['暂无资料', '', null],
    ['不详', '万㎡', null],
    [null, '', null],
  ])('%j under (%s) → %j', (cell, unit, value) => {
    expect(floorArea().read(cell, unit)).toBe(value);
  });

  it.each(['102亩', '大约很大', '-5㎡', '0.00 元/㎡·月', '99999999999999㎡', { serial: 44830 }])(
    'refuses %j',
    (cell) => {
      expect(floorArea().read(cell, '')).toEqual(new Misread('import.cell-not-an-area'));
    },
  );
});
