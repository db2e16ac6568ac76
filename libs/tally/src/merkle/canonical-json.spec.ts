import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('orders the members of the example in RFC 8785 §3.2.3 by their UTF-16 code units', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
  });

  it('writes no space, keeps the order of lists, and numbers as JavaScript does', () => {
    expect(canonicalJson({ 名: ['b', null, true, 1e21, 0.5, { z: [], a: {} }] })).toBe(
      '{"名":["b",null,true,1e+21,0.5,{"a":{},"z":[]}]}',
    );
  });

  it('says the same of a value whatever the order of its members, and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        const reversed = (each: unknown): unknown => {
          if (Array.isArray(each)) return each.map(reversed);
          if (each === null || typeof each !== 'object') return each;
          const members = Object.entries(each).reverse();
          return Object.fromEntries(members.map(([name, inner]) => [name, reversed(inner)]));
        };
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });
});
