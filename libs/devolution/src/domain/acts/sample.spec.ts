import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawSample } from './sample.js';

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 60 });

describe('a sample', () => {
  it('is the same for the same seed, in whatever order the papers come', () => {
    fc.assert(
      fc.property(ids, fc.string(), fc.nat({ max: 80 }), (all, seed, size) => {
        const drawn = drawSample(all, size, seed);
        expect(drawSample([...all].reverse(), size, seed)).toEqual(drawn);
        expect(drawn).toHaveLength(Math.min(size, all.length));
        expect(new Set(drawn).size).toBe(drawn.length);
      }),
    );
  });

  it('is another one for another seed, and draws everybody in turn', () => {
    const all = Array.from({ length: 20 }, (_, n) => `paper-${n}`);
    const drawn = Array.from({ length: 200 }, (_, seed) => drawSample(all, 1, String(seed))[0]);
    expect(new Set(drawn).size).toBe(20);
  });
});
