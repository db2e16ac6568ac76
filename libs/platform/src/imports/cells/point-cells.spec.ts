import { describe, expect, it } from '@jest/globals';
import { Misread, Noted } from './cell-type.js';
import { point } from './point-cells.js';

const PLACE = { longitude: 112.86, latitude: 35.47 };

describe('point', () => {
  it.each([
    '112.86,35.47',
    '112.86，35.47',
    ' 112.86 35.47 ',
    '东经112.86 北纬35.47',
    'E112.86°, N35.47°',
    '(112.860, 35.470)',
    '[112.86, 35.47]',
  ])('reads %j', (cell) => {
    expect(point().read(cell, '')).toEqual(PLACE);
  });

  it('turns a swapped pair round, and says so', () => {
    expect(point().read('35.47,112.86', '')).toEqual(new Noted(PLACE, 'import.point-swapped'));
  });

  it.each(['0,0', '0.000,0.0', '', ',', '，', '不详', null])('takes %j for nothing said', (cell) => {
    expect(point().read(cell, '')).toBeNull();
  });

  it.each(['112.86', '112.86,35.47,3', '200,35', '112.86,80', '晋城,城区', 112.86, '-112.86,35.47'])(
    'refuses %j',
    (cell) => {
      expect(point().read(cell, '')).toEqual(new Misread('import.cell-not-a-point'));
    },
  );
});
