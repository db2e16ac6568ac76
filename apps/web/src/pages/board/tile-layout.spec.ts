import { describe, expect, it } from '@jest/globals';
import { columnsOf, shortName, widthsOf } from './tile-layout.js';

describe('tile map', () => {
  const sizes = { '140502': 8, '140521': 12, '140522': 15, '140524': 11, '140525': 16, '140581': 15 };
  const groups = Object.entries(sizes).map(([code, size]) => ({ code, size }));

  it('lays a known city out about as it lies', () => {
    expect(columnsOf('1405', groups)).toEqual([['140521', '140522'], ['140581', '140502', '140525'], ['140524']]);
  });

  it('places every group exactly once, also of a city it does not know and of a county that is new', () => {
    const unknown = columnsOf('6101', groups).flat();
    expect([...unknown].sort()).toEqual(Object.keys(sizes));
    const grown = columnsOf('1405', [...groups, { code: '140599', size: 3 }]).flat();
    expect([...grown].sort()).toEqual([...Object.keys(sizes), '140599']);
  });

  it('gives a single group the whole width', () => {
    expect(columnsOf('140502', [{ code: '', size: 8 }])).toEqual([['']]);
  });

  it('makes a column with more places wider, never thinner than two tiles', () => {
    expect(widthsOf([27, 39, 11], 9)).toEqual([3, 5, 2]);
    expect(widthsOf([100, 1], 9)).toEqual([9, 2]);
    expect(widthsOf([0, 0], 9)).toEqual([1, 1]);
  });

  it.each([
    ['东街街道', '东街'],
    ['北石店镇', '北石店'],
    ['马圪当乡', '马圪当'],
    ['东关社区居委会', '东关'],
    ['镇', '镇'],
    ['晋城经济技术开发区', '晋城经'],
  ])('shortens %s to %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});
