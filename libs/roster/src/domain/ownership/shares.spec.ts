import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fraction, isWhole, parseFraction, shownPercent, sumOf, type Fraction } from './fraction.js';
import { readShare, sharesState } from './shares.js';

const of = (numerator: number, denominator: number): Fraction => ({ numerator, denominator });

describe('a share', () => {
  it.each([
    ['50%', of(1, 2)],
    ['1/3', of(1, 3)],
    ['２／４', of(1, 2)],
    ['0.25', of(1, 4)],
    ['33.33%', of(3333, 10_000)],
    ['50', of(1, 2)],
    ['1', of(1, 1)],
    ['100', of(1, 1)],
    ['二分之一', of(1, 2)],
    ['按份共有 1/4', of(1, 4)],
    ['共同共有', null],
    ['', null],
    ['150%', 'unreadable'],
    ['3/2', 'unreadable'],
    ['0', 'unreadable'],
    ['一半', 'unreadable'],
  ])('%s', (written, share) => {
    expect(readShare(written)).toEqual(share);
  });

  it('of a thousandth of the whole is exact', () => {
    expect(parseFraction('0.353', 'percent')).toEqual(of(353, 100_000));
    expect(parseFraction('3.53‰')).toEqual(of(353, 100_000));
  });
});

describe('the shares of a unit', () => {
  it.each([
    ['nobody', [], 'none'],
    ['one owner', [null], 'sole'],
    ['one owner of all', [of(1, 1)], 'sole'],
    ['one owner of half: somebody is missing', [of(1, 2)], 'incomplete'],
    ['a couple', [null, null], 'undivided'],
    ['halves', [of(1, 2), of(1, 2)], 'complete'],
    ['thirds', [of(1, 3), of(1, 3), of(1, 3)], 'complete'],
    ['thirds written in percent', [of(3333, 10_000), of(3333, 10_000), of(3333, 10_000)], 'incomplete'],
    ['a share told for one of two', [of(1, 2), null], 'incomplete'],
    ['too much', [of(2, 3), of(2, 3)], 'incomplete'],
  ] as const)('%s', (_, shares, state) => {
    expect(sharesState(shares)).toBe(state);
  });

  it('make up the whole exactly when their numerators over one denominator do', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.integer({ min: -1, max: 1 }), (numerators, off) => {
        const whole = numerators.reduce((sum, each) => sum + each, 0);
        const denominator = whole + off;
        if (denominator < 1) return;
        const shares = numerators.map((each) => fraction(BigInt(each), BigInt(denominator))!);
        expect(isWhole(sumOf(shares)!)).toBe(off === 0);
      }),
    );
  });

  it('are shown truncated', () => {
    expect([of(2, 3), of(1, 1), of(1, 200_000)].map(shownPercent)).toEqual(['66.66%', '100.00%', '0.00%']);
  });
});
