import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from './id.js';

describe('an id', () => {
  it('is the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(newId(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('is a UUID of version 7 that sorts by its millisecond', () => {
    const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(instant, instant, bytes, bytes, (first, second, some, other) => {
        const [a, b] = [newId(first, some), newId(second, other)];
        expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        if (first !== second) expect(a < b).toBe(first < second);
      }),
    );
  });

  it('sorts by its first random bits within one millisecond, where a counter may stand', () => {
    const at = (counter: number): string =>
      newId(1_700_000_000_000, Uint8Array.from([counter >> 8, counter & 255, 1, 2, 3, 4, 5, 6, 7, 8]));
    expect([at(300), at(2), at(255), at(256)].sort()).toEqual([at(2), at(255), at(256), at(300)]);
  });

  it('refuses too little randomness and an instant outside 48 bits', () => {
    expect(() => newId(0, new Uint8Array(9))).toThrow(RangeError);
    expect(() => newId(-1, new Uint8Array(10))).toThrow(RangeError);
    expect(() => newId(2 ** 48, new Uint8Array(10))).toThrow(RangeError);
  });
});
