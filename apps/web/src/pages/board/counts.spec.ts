import { describe, expect, it } from '@jest/globals';
import type { Coverage, TargetCount } from '../../api/types.js';
import { directlyIn, gapOf, placedOf, ranked, stepOf, stillNeeded } from './counts.js';

function target(strict: number, denominator: number, required?: string): TargetCount {
  const count = { numerator: strict, rate: null };
  return {
    code: 'C1',
    numerator: strict,
    denominator,
    rate: null,
    met: null,
    states: {},
    bases: { strict: count, broad: { numerator: strict + 1, rate: null }, claimed: count },
    withoutNew: { ...count, denominator },
    ...(required === undefined ? {} : { required: { rate: required, deadline: '2026-12-31' } }),
  };
}

describe('counts of the board', () => {
  it('tells the gap on the chosen basis in whole subjects', () => {
    expect(gapOf(target(1741, 1742), 'strict')).toBe(1);
    expect(gapOf(target(1741, 1742), 'broad')).toBe(0);
  });

  it.each([
    [1741, 1742, '100.00', 1],
    [1742, 1742, '100.00', 0],
    [94, 100, '95.00', 1],
    [95, 100, '95.00', 0],
    // 95% of 1,742 is 1,654.9: one less than 1,655 does not reach it.
    [1654, 1742, '95.00', 1],
    [1655, 1742, '95.00', 0],
    [0, 0, '100.00', 0],
    [1, 3, '33.34', 1],
  ])('needs whole subjects to reach a rate: %i of %i for %s%%', (strict, denominator, required, needed) => {
    expect(stillNeeded(target(strict, denominator, required), 'strict')).toBe(needed);
  });

  it('needs nothing where nothing is required', () => {
    expect(stillNeeded(target(1, 2), 'strict')).toBeNull();
  });

  it('ranks who is furthest behind first, and places without subjects last', () => {
    const place = (code: string, rate: string | null, gap: number) => ({
      code,
      name: code,
      rate,
      gap,
      numerator: 0,
      denominator: 0,
    });
    const places = [place('a', '99.94', 1), place('b', null, 0), place('c', '50.00', 1), place('d', '50.00', 4)];
    expect(ranked(places).map(({ code }) => code)).toEqual(['d', 'c', 'a', 'b']);
  });

  it('colours only a whole hundred as complete', () => {
    expect(['100.00', '99.99', '94.99', '90.00', '79.99', null].map(stepOf)).toEqual([4, 3, 2, 2, 0, null]);
  });

  it('shows a place without the target as one with nothing to count', () => {
    const area = { code: '1405', name: '晋城市', level: 'city' };
    expect(placedOf({ area, targets: [] }, 'C1', 'strict')).toMatchObject({ rate: null, gap: 0 });
  });
});

describe('what lies in none of the areas below', () => {
  const area = (code: string) => ({ code, name: code, level: 'county' });
  const coverage = (own: TargetCount, ...below: TargetCount[]): Coverage => ({
    area: area('1405'),
    asOf: '2026-11-23',
    knownAt: '2026-11-23T00:00:00Z',
    basis: 'strict',
    targets: [own],
    children: below.map((each, index) => ({ area: area(`14050${index}`), targets: [each] })),
  });
  const onStrict = { target: 'C1', basis: 'strict' } as const;

  it('is the city without its counties, with a rate that is cut and never rounded up', () => {
    const found = directlyIn(coverage(target(12, 20), target(5, 8), target(5, 9)), '未落位', onStrict);
    expect(found).toEqual({
      ...{ code: '1405', name: '未落位', isDirectly: true },
      ...{ numerator: 2, denominator: 3, gap: 1, rate: '66.66' },
    });
  });

  it('is nothing when everything is placed, and is not told of firms', () => {
    expect(directlyIn(coverage(target(10, 17), target(5, 8), target(5, 9)), '未落位', onStrict)).toBeNull();
    const firms = { target: 'C4A', basis: 'strict' } as const;
    expect(directlyIn(coverage({ ...target(1, 9), code: 'C4A' }), '未落位', firms)).toBeNull();
  });
});
