import { describe, expect, it } from '@jest/globals';
import { pointFault, type Bounds } from './point-check.js';

const bounds: Bounds = [111.86, 35.13, 113.67, 36.12];
const middle = { longitude: 112.86, latitude: 35.5 };

describe('points that cannot be right', () => {
  it('the bounds of the city decide when they are known, edges included', () => {
    expect(pointFault({ longitude: 111.86, latitude: 36.12 }, { bounds, middle: null })).toBeNull();
    expect(pointFault({ longitude: 111.85, latitude: 36 }, { bounds, middle: null })?.kind).toBe('outside-bounds');
  });

  it('without bounds, China and the middle of the register decide', () => {
    expect(pointFault({ longitude: 2.35, latitude: 48.85 }, { bounds: null, middle: null })?.kind).toBe(
      'outside-china',
    );
    expect(pointFault({ longitude: 118.85, latitude: 32.35 }, { bounds: null, middle: null })).toBeNull();
    expect(pointFault({ longitude: 118.85, latitude: 32.35 }, { bounds: null, middle })?.kind).toBe('far-away');
    expect(pointFault({ longitude: 113.9, latitude: 36.3 }, { bounds: null, middle })).toBeNull();
  });
});
