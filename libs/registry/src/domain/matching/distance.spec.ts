import { describe, expect, it } from '@jest/globals';
import { medianPoint, metresBetween } from './distance.js';

describe('distance on the earth', () => {
  it('one degree of latitude is 111.2 km', () => {
    const metres = metresBetween({ longitude: 112.8, latitude: 35 }, { longitude: 112.8, latitude: 36 });
    expect(Math.round(metres / 100)).toBe(1112);
  });

  it('one degree of longitude at 35.5° north is 90.5 km', () => {
    const metres = metresBetween({ longitude: 112, latitude: 35.5 }, { longitude: 113, latitude: 35.5 });
    expect(Math.round(metres / 100)).toBe(905);
  });

  it('a point is at no distance from itself', () => {
    expect(metresBetween({ longitude: 112.86, latitude: 35.5 }, { longitude: 112.86, latitude: 35.5 })).toBe(0);
  });
});

describe('the median point', () => {
  it('is not moved by a stray', () => {
    const near = [1, 2, 3, 4].map((step) => ({ longitude: 112.8 + step / 100, latitude: 35.5 }));
    expect(medianPoint([...near, { longitude: 0, latitude: 0 }])?.longitude).toBeCloseTo(112.82, 5);
  });

  it('of nothing is nothing', () => {
    expect(medianPoint([])).toBeNull();
  });
});
