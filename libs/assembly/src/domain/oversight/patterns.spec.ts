import { describe, expect, it } from '@jest/globals';
import { RULE_PACK } from '#libs/law';
import { patternLimitsOn, patternsIn, type PatternFacts } from './patterns.js';

const LIMITS = patternLimitsOn(RULE_PACK, '2026-11-27');
const NOTHING: PatternFacts = {
  ...{ byPhone: [], keyings: [], nights: [], witnesses: [], reissuedSlips: 0 },
  lateBindings: { count: 0, from: null, to: null },
};
const minute = (n: number): Date => new Date(Date.UTC(2026, 10, 27, 8, n));
const hour = new Date('2026-11-26T18:00:00Z');

function found(facts: Partial<PatternFacts>): (string | number)[][] {
  return patternsIn({ ...NOTHING, ...facts }, LIMITS).map(({ code, count }) => [code, count]);
}

describe('what is worth a look', () => {
  it('is nothing where nothing happened', () => {
    expect(found({})).toEqual([]);
  });

  it('is many ballots from one network within minutes, not over an hour, nor from several networks', () => {
    const from = (origin: string | null, every: number, count: number): PatternFacts['byPhone'] =>
      Array.from({ length: count }, (_, n) => ({ origin, at: minute(n * every) }));
    expect(found({ byPhone: from('a', 2, 5) })).toEqual([['same-origin', 5]]);
    expect(found({ byPhone: from('a', 2, 4) })).toEqual([]);
    expect(found({ byPhone: from('a', 3, 5) })).toEqual([]);
    expect(found({ byPhone: from(null, 0, 9) })).toEqual([]);
    expect(found({ byPhone: [...from('a', 1, 4), ...from('b', 1, 4)] })).toEqual([]);
    expect(found({ byPhone: [...from('a', 1, 6), { origin: 'a', at: minute(59) }] })).toEqual([['same-origin', 6]]);
  });

  it('is a batch keyed again faster than anybody reads', () => {
    const batch = (slips: number, seconds: number): PatternFacts['keyings'][number] => ({ batch: 'b', slips, seconds });
    expect(found({ keyings: [batch(10, 49)] })).toEqual([['fast-keying', 10]]);
    expect(found({ keyings: [batch(10, 50), batch(0, 0)] })).toEqual([]);
  });

  it.each([
    ['at-night', { nights: [{ hour, ballots: 10 }] }, { nights: [{ hour, ballots: 9 }] }, 10],
    ['one-witness', { witnesses: [{ name: '李', ballots: 20 }] }, { witnesses: [{ name: '李', ballots: 19 }] }, 20],
    ['late-bindings', { lateBindings: { count: 10, from: hour, to: hour } }, {}, 10],
    ['slips-reissued', { reissuedSlips: 5 }, { reissuedSlips: 4 }, 5],
  ])('is pointed out at its number and not below: %s', (code, at, below, count) => {
    expect(found(at)).toEqual([[code, count]]);
    expect(found(below)).toEqual([]);
  });

  it('starts at the number that a city lays down', () => {
    expect(patternsIn({ ...NOTHING, reissuedSlips: 2 }, { ...LIMITS, slips: 2 })).toMatchObject([
      { code: 'slips-reissued', limit: 2 },
    ]);
  });
});
