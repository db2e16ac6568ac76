import { describe, expect, it } from '@jest/globals';
import { VOTING_PACKS } from '#libs/law';
import { aBundle, m2, ORDINARY, resultOf, SPECIAL } from '../../../../test/support/tally/bundles.js';
import type { WrittenRule } from '../bundle/bundle.js';
import { percentOf } from './sum.js';
import { needOf } from './verdict.js';

const HALF = { fraction: [1, 2], op: '>', base: 'participants' } as const;
const NOT_ASKED = { heads: null, weight: null };
/** A third of those who took part, by heads alone; no quorum. */
const A_THIRD: WrittenRule = {
  name: '三分之一',
  quorum: NOT_ASKED,
  approval: { heads: { fraction: [1, 3], op: '>=', base: 'participants' }, weight: null },
};

describe('a bound', () => {
  it('needs the smallest whole number that meets it', () => {
    const cases = [
      [[2, 3], '>=', 90n, 60n],
      [[2, 3], '>=', 91n, 61n],
      [[1, 2], '>', 60n, 31n],
      [[1, 2], '>', 61n, 31n],
      [[3, 4], '>=', 61n, 46n],
      [[0, 1], '>=', 61n, 0n],
      [[0, 1], '>', 61n, 1n],
      [[1, 1], '>', 61n, 62n],
      [[2, 3], '>=', 3n * 10n ** 40n + 1n, 2n * 10n ** 40n + 1n],
    ] as const;
    for (const [fraction, op, base, need] of cases) {
      expect([fraction, op, base, needOf({ fraction, op, base: 'electorate' }, base)]).toEqual([
        ...[fraction, op, base, need],
      ]);
    }
  });

  it('that is not asked is met and needs nothing, and what there is is told all the same', () => {
    const result = resultOf(aBundle(A_THIRD, { for: [1, 500], against: [2, 700], absent: [100, 90000] }));
    expect(result).toMatchObject({
      outcome: 'ADOPTED',
      quorum: { heads: { have: 3, need: null, met: true }, weight: { have: '1200', need: null, met: true } },
      approval: { heads: { have: 1, need: 1, met: true }, weight: { have: '500', need: null, met: true } },
      margin: { heads: 0, weight: null },
    });
  });
});

describe('without a base', () => {
  const everything: WrittenRule = { quorum: NOT_ASKED, approval: NOT_ASKED };

  it('no participant at all is no quorum, also where no quorum is asked', () => {
    for (const rule of [ORDINARY, 'cn-property-law-76-ordinary', A_THIRD, everything]) {
      expect(resultOf(aBundle(rule, { absent: [3, 300] })).outcome).toBe('NO_QUORUM');
      expect(resultOf(aBundle(rule, { invalid: [3, 300] })).outcome).toBe('NO_QUORUM');
      expect(resultOf(aBundle(rule, {})).outcome).toBe('NO_QUORUM');
    }
    expect(resultOf(aBundle(everything, { against: [1, 0] })).outcome).toBe('ADOPTED');
  });

  it('a base of 0 is no quorum on the scale that is asked, and nothing on one that is not', () => {
    const weightless = { for: [3, 0], absent: [1, 0] } as const;
    expect(resultOf(aBundle(ORDINARY, weightless)).outcome).toBe('NO_QUORUM');
    expect(resultOf(aBundle(A_THIRD, weightless)).outcome).toBe('ADOPTED');
    // Nothing of nothing meets two thirds as a number; it is the base that is missing.
    const { quorum } = resultOf(aBundle(ORDINARY, { absent: [0, 0] }));
    expect(quorum).toEqual({ heads: { have: 0, need: 0, met: true }, weight: { have: '0', need: '0', met: true } });
    const byWeight: WrittenRule = { quorum: NOT_ASKED, approval: { heads: null, weight: HALF } };
    expect(resultOf(aBundle(byWeight, { for: [3, 0], absent: [1, 100] })).outcome).toBe('NO_QUORUM');
  });

  it('a party without heads takes part and counts for its weight', () => {
    const bundle = aBundle(ORDINARY, { for: [3, 300], against: [1, 1000] });
    const roll = bundle.roll.map((each) => (each.party === 'against-0-1' ? { ...each, heads: 0 } : each));
    expect(resultOf({ ...bundle, roll })).toMatchObject({
      outcome: 'NOT_ADOPTED',
      approval: { heads: { have: 3, need: 2 }, weight: { have: '300', need: '651', met: false } },
    });
  });
});

describe('what was said', () => {
  it('is counted by choice on both scales, and with the absent makes up the roll', () => {
    const said = { for: [4, 401], against: [3, 302], abstain: [2, 203], invalid: [1, 104], absent: [5, 505] } as const;
    const { counts, absent } = resultOf(aBundle(ORDINARY, said));
    expect(counts).toEqual({
      for: { heads: 4, weight: '401' },
      against: { heads: 3, weight: '302' },
      abstain: { heads: 2, weight: '203' },
      invalid: { heads: 1, weight: '104' },
    });
    expect(absent).toEqual({ heads: 5, weight: '505' });
  });

  it('by an invalid ballot takes part only where the rule says so; where it matters the count says so', () => {
    const said = { for: [31, 310000], against: [27, 270000], invalid: [2, 20000], absent: [30, 300000] } as const;
    const pack = VOTING_PACKS.find(({ name }) => name === ORDINARY);
    const asAbstain = { ...pack?.rule, invalid: 'as_abstain' } as WrittenRule;
    expect(resultOf(aBundle(asAbstain, said))).toMatchObject({
      outcome: 'ADOPTED',
      quorum: { heads: { have: 60 } },
      sensitive: [{ invalid: 'exclude', outcome: 'NO_QUORUM' }],
    });
    const plenty = { ...said, for: [60, 600000], absent: [1, 10000] } as const;
    for (const rule of [ORDINARY, asAbstain]) expect(resultOf(aBundle(rule, plenty)).sensitive).toEqual([]);
  });

  it('may be more than a number of any computer holds', () => {
    const huge = 10n ** 60n;
    const said = { for: [2, huge + 1n], against: [1, huge], absent: [0, 0] } as const;
    expect(resultOf(aBundle(ORDINARY, said))).toMatchObject({
      outcome: 'ADOPTED',
      approval: { weight: { have: String(huge + 1n), need: String(huge + 1n) } },
      margin: { heads: 0, weight: '0' },
    });
    expect(resultOf(aBundle(ORDINARY, { for: [2, huge], against: [1, huge] })).outcome).toBe('NOT_ADOPTED');
  });
});

describe('a motion with options', () => {
  const options = ['甲方案', '乙方案', '丙方案'];

  it('is adopted when one option is, each tested alone', () => {
    const said = { 甲方案: [6, m2(600)], 乙方案: [3, m2(300)], against: [1, m2(100)], absent: [4, m2(400)] } as const;
    const result = resultOf(aBundle(ORDINARY, said, options));
    expect(result.outcome).toBe('ADOPTED');
    expect(result.options?.map(({ choice, outcome }) => [choice, outcome])).toEqual([
      ['甲方案', 'ADOPTED'],
      ['乙方案', 'NOT_ADOPTED'],
      ['丙方案', 'NOT_ADOPTED'],
    ]);
    expect(result.approval).toEqual(result.options?.[0]?.approval);
    expect(Object.keys(result.counts)).toEqual([...options, 'against', 'abstain', 'invalid']);
  });

  it('adopts nothing where no option has enough, though all of them together have', () => {
    const said = { 甲方案: [5, m2(500)], 乙方案: [5, m2(500)], absent: [4, m2(400)] } as const;
    const result = resultOf(aBundle(ORDINARY, said, options));
    expect(result).toMatchObject({ outcome: 'NOT_ADOPTED', margin: { heads: -1, weight: '-1' } });
    expect(result.approval).toEqual(result.options?.[0]?.approval);
  });

  it('tells of the adopted option, though another has more heads', () => {
    const byWeight: WrittenRule = { quorum: NOT_ASKED, approval: { heads: null, weight: HALF } };
    const result = resultOf(aBundle(byWeight, { 甲方案: [9, m2(90)], 乙方案: [1, m2(100)] }, options));
    expect(result).toMatchObject({ outcome: 'ADOPTED', approval: { heads: { have: 1 } } });
    const heavier = resultOf(aBundle(ORDINARY, { 甲方案: [2, 100], 丙方案: [2, 200] }, options));
    expect(heavier.approval).toEqual(heavier.options?.[2]?.approval);
  });

  it('has no quorum as a whole, and is sensitive when another option would pass', () => {
    const few = resultOf(aBundle(ORDINARY, { 甲方案: [6, 600], absent: [4, 400] }, options));
    expect(few.options?.map(({ outcome }) => outcome)).toEqual(['NO_QUORUM', 'NO_QUORUM', 'NO_QUORUM']);
    expect(few.outcome).toBe('NO_QUORUM');
    const two = resultOf(aBundle(A_THIRD, { 甲方案: [3, 300], 乙方案: [2, 200], invalid: [2, 200] }, options));
    expect(two.options?.map(({ outcome }) => outcome)).toEqual(['ADOPTED', 'ADOPTED', 'NOT_ADOPTED']);
    expect(two.sensitive).toEqual([
      {
        invalid: 'as_abstain',
        outcome: 'ADOPTED',
        options: [
          { choice: '甲方案', outcome: 'ADOPTED' },
          { choice: '乙方案', outcome: 'NOT_ADOPTED' },
          { choice: '丙方案', outcome: 'NOT_ADOPTED' },
        ],
      },
    ]);
  });

  it('may be called what a program calls its own', () => {
    const result = resultOf(aBundle(ORDINARY, JSON.parse('{"__proto__":[2,200]}') as never, ['__proto__']));
    expect(JSON.parse(JSON.stringify(result.counts))).toHaveProperty(['__proto__'], { heads: 2, weight: '200' });
    expect(result.outcome).toBe('ADOPTED');
  });
});

describe('the property law', () => {
  it('measures against all owners, voting or not, and asks no quorum', () => {
    const said = { for: [50, m2(5000)], absent: [40, m2(4000)] } as const;
    const ordinary = resultOf(aBundle('cn-property-law-76-ordinary', said));
    expect(ordinary).toMatchObject({ outcome: 'ADOPTED', approval: { heads: { have: 50, need: 46 } } });
    expect(resultOf(aBundle('cn-property-law-76-special', said))).toMatchObject({
      outcome: 'NOT_ADOPTED',
      approval: { heads: { need: 60, met: false }, weight: { need: '600000', met: false } },
    });
    const exact = { for: [60, m2(6000)], absent: [30, m2(3000)] } as const;
    expect(resultOf(aBundle('cn-property-law-76-special', exact)).outcome).toBe('ADOPTED');
    expect(resultOf(aBundle('cn-property-law-76-ordinary', { for: [45, 450], absent: [45, 450] })).outcome).toBe(
      'NOT_ADOPTED',
    );
    expect(resultOf(aBundle(SPECIAL, exact)).outcome).toBe('ADOPTED');
  });
});

describe('a percentage', () => {
  it('is cut off at two decimals, and null of nothing', () => {
    expect([percentOf(449999n, 600000n), percentOf(2n, 3n), percentOf(3n, 3n)]).toEqual(['74.99', '66.66', '100.00']);
    expect([percentOf(0n, 7n), percentOf(0n, 0n)]).toEqual(['0.00', null]);
    expect(percentOf(10n ** 40n - 1n, 10n ** 40n)).toBe('99.99');
  });
});
