import { describe, expect, it } from '@jest/globals';
import { marginWords, orderedCounts } from './outcome.js';

describe('a result in words', () => {
  it.each([
    [
      { heads: 3, weight: '21240' },
      { key: 'spare', heads: 3, weight: '21240' },
    ],
    [
      { heads: -1, weight: '-5' },
      { key: 'short', heads: 1, weight: '5' },
    ],
    [
      { heads: -2, weight: '0' },
      { key: 'shortHeads', heads: 2, weight: '0' },
    ],
    [
      { heads: 0, weight: '-900719925474099301' },
      { key: 'shortWeight', heads: 0, weight: '900719925474099301' },
    ],
    [{ heads: null, weight: null }, null],
  ] as const)('tells the margin %j', (margin, expected) => {
    expect(marginWords(margin)).toEqual(expected);
  });

  it('names answers as people read them: for, the options, against, abstain, invalid', () => {
    const none = { heads: 0, weight: '0' };
    const counts = { invalid: none, abstain: none, against: none, for: none };
    expect(orderedCounts(counts).map(([choice]) => choice)).toEqual(['for', 'against', 'abstain', 'invalid']);
    const options = { abstain: none, 甲: none, against: none };
    expect(orderedCounts(options).map(([choice]) => choice)).toEqual(['甲', 'against', 'abstain']);
  });
});
