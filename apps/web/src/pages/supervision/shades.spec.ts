import { describe, expect, it } from '@jest/globals';
import { SHADES, signOf, stepOf } from './shades.js';

const cell = { power: 'WY-04', standing: 'held', acts: 8, open: 2, overdue: 1, issued: 6, reversed: 0 } as const;

describe('a cell of the matrix', () => {
  it('shows its standing by a shape and its counts by a number', () => {
    expect(SHADES.map((shade) => signOf(cell, shade))).toEqual(['●', '8', '1', '·']);
    expect(signOf({ ...cell, standing: 'not-ready' }, 'standing')).toBe('◐');
  });

  it('is shaded from nothing to most, one case above nothing', () => {
    expect(stepOf({ ...cell, acts: 0 }, 'acts', 100)).toBe(0);
    expect(stepOf({ ...cell, acts: 1 }, 'acts', 100)).toBeGreaterThanOrEqual(1);
    expect(stepOf({ ...cell, acts: 100 }, 'acts', 100)).toBe(4);
    expect(stepOf(cell, 'reversed', 0)).toBe(0);
  });
});
