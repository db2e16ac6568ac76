import { describe, expect, it } from '@jest/globals';
import { aBundle, m2, ORDINARY, resultOf, SPECIAL, type Said } from '../../../../test/support/tally/bundles.js';
import { formationOf } from '../election/election.js';

/** The worked examples of the voting law, each by the number under which the office knows it. */
const outcome = (rule: string, said: Said): string => resultOf(aBundle(rule, said)).outcome;

describe('worked example', () => {
  it('1: exactly two thirds take part, and just more than half of them approve: adopted', () => {
    const said = { for: [31, m2(3001)], against: [29, m2(2999)], absent: [30, m2(3000)] } as const;
    const result = resultOf(aBundle(ORDINARY, said));
    expect(result).toMatchObject({
      outcome: 'ADOPTED',
      quorum: { heads: { have: 60, need: 60, met: true }, weight: { have: '600000', need: '600000', met: true } },
      approval: { heads: { have: 31, need: 31, met: true }, weight: { have: '300100', need: '300001', met: true } },
      margin: { heads: 0, weight: '0' },
      sensitive: [],
    });
  });

  it('2: enough area and too few heads take part: no quorum', () => {
    const said = { for: [40, m2(4000)], against: [19, m2(2100)], absent: [31, m2(2900)] } as const;
    expect(resultOf(aBundle(ORDINARY, said))).toMatchObject({
      outcome: 'NO_QUORUM',
      quorum: { heads: { have: 59, need: 60, met: false }, weight: { have: '610000', need: '600000', met: true } },
      margin: { heads: -1, weight: '10000' },
    });
  });

  it('3: exactly half of the heads is not more than half: not adopted', () => {
    const said = { for: [30, m2(3100)], against: [30, m2(2900)], absent: [30, m2(3000)] } as const;
    expect(resultOf(aBundle(ORDINARY, said))).toMatchObject({
      outcome: 'NOT_ADOPTED',
      approval: { heads: { have: 30, need: 31, met: false }, weight: { met: true } },
      margin: { heads: -1, weight: '9999' },
    });
  });

  it('4: exactly half of the area is not more than half: not adopted', () => {
    const said = { for: [33, m2(3000)], against: [27, m2(3000)], absent: [30, m2(3000)] } as const;
    expect(resultOf(aBundle(ORDINARY, said))).toMatchObject({
      outcome: 'NOT_ADOPTED',
      approval: { heads: { met: true }, weight: { have: '300000', need: '300001', met: false } },
    });
  });

  it('5: a special matter with exactly three quarters: adopted', () => {
    const said = { for: [45, m2(4500)], against: [15, m2(1500)], absent: [30, m2(3000)] } as const;
    expect(outcome(SPECIAL, said)).toBe('ADOPTED');
  });

  it('6: a special matter a hair short, though 74.9998% would round to 75%: not adopted', () => {
    const said = { for: [45, m2(4499.99)], against: [15, m2(1500.01)], absent: [30, m2(3000)] } as const;
    expect(resultOf(aBundle(SPECIAL, said))).toMatchObject({
      outcome: 'NOT_ADOPTED',
      approval: { heads: { met: true }, weight: { have: '449999', need: '450000', met: false } },
      margin: { heads: 0, weight: '-1' },
    });
  });

  it('7: the same votes adopt the use of the fund and a dismissal, and do not adopt raising the fund', () => {
    const said = { for: [36, m2(3700)], against: [24, m2(2300)], absent: [30, m2(3000)] } as const;
    expect([outcome(ORDINARY, said), outcome(SPECIAL, said)]).toEqual(['ADOPTED', 'NOT_ADOPTED']);
  });

  it('8: the owner of eleven units is one head: not adopted, though counting doors would adopt', () => {
    const said = {
      for: [
        [1, m2(1100)],
        [25, m2(2500)],
      ],
      against: [34, m2(3400)],
      absent: [30, m2(3000)],
    } as const;
    expect(outcome(ORDINARY, said)).toBe('NOT_ADOPTED');
  });

  it('9: as 8 with more support: adopted', () => {
    const said = {
      for: [
        [1, m2(1100)],
        [30, m2(3000)],
      ],
      against: [29, m2(2900)],
      absent: [30, m2(3000)],
    } as const;
    expect(outcome(ORDINARY, said)).toBe('ADOPTED');
  });

  const DEVELOPER = [1, m2(3000)] as const;

  it('10: the developer of thirty unsold units is silent: no quorum by area', () => {
    const said = { for: [55, m2(5500)], against: [6, m2(600)], absent: [DEVELOPER, [29, m2(2900)]] } as const;
    expect(resultOf(aBundle(ORDINARY, said))).toMatchObject({
      outcome: 'NO_QUORUM',
      quorum: { heads: { have: 61, need: 61, met: true }, weight: { have: '610000', need: '800000', met: false } },
    });
  });

  it('11: as 10, the developer votes against: ordinary adopted, special not', () => {
    const said = { for: [55, m2(5500)], against: [DEVELOPER, [6, m2(600)]], absent: [29, m2(2900)] } as const;
    expect([outcome(ORDINARY, said), outcome(SPECIAL, said)]).toEqual(['ADOPTED', 'NOT_ADOPTED']);
  });

  it('12: the agreed ballot of a couple makes the quorum; two that disagree are none', () => {
    const agreed = { for: [11, m2(1100)], against: [9, m2(900)], absent: [10, m2(1000)] } as const;
    const disputed = { for: [11, m2(1100)], against: [8, m2(800)], absent: [11, m2(1100)] } as const;
    expect([outcome(ORDINARY, agreed), outcome(ORDINARY, disputed)]).toEqual(['ADOPTED', 'NO_QUORUM']);
  });

  it('13: abstentions take part and block: not adopted', () => {
    const said = { for: [30, 300000], against: [20, 200000], abstain: [10, 100000], absent: [30, 300000] } as const;
    expect(outcome(ORDINARY, said)).toBe('NOT_ADOPTED');
  });

  it('14: abstentions make the quorum: adopted', () => {
    const said = { for: [31, 310000], against: [19, 190000], abstain: [10, 100000], absent: [30, 300000] } as const;
    expect(outcome(ORDINARY, said)).toBe('ADOPTED');
    const without = { for: said.for, against: said.against, absent: [40, 400000] } as const;
    expect(outcome(ORDINARY, without)).toBe('NO_QUORUM');
  });

  it('15: two invalid slips decide the quorum: sensitive, whichever way they are treated', () => {
    const said = { for: [31, 310000], against: [27, 270000], invalid: [2, 20000], absent: [30, 300000] } as const;
    const excluded = resultOf(aBundle(ORDINARY, said));
    expect(excluded.outcome).toBe('NO_QUORUM');
    expect(excluded.sensitive).toEqual([{ invalid: 'as_abstain', outcome: 'ADOPTED' }]);
  });

  it('18: paper says for and the phone against: the policy published beforehand decides which one is counted', () => {
    const firstCast = { for: [31, 310000], against: [29, 290000], absent: [30, 300000] } as const;
    const electronicPrevails = { for: [30, 300000], against: [30, 300000], absent: [30, 300000] } as const;
    expect([outcome(ORDINARY, firstCast), outcome(ORDINARY, electronicPrevails)]).toEqual(['ADOPTED', 'NOT_ADOPTED']);
  });

  it('19: a lift for one stairway is decided by those who share it', () => {
    const exact = { for: [6, m2(600)], against: [2, m2(200)], absent: [4, m2(400)] } as const;
    const short = { for: [5, m2(560)], against: [3, m2(240)], absent: [4, m2(400)] } as const;
    expect([outcome(SPECIAL, exact), outcome(SPECIAL, short)]).toEqual(['ADOPTED', 'NOT_ADOPTED']);
  });

  it('20: parking area in the roll costs the quorum that there is without it', () => {
    const spaces = {
      for: [40, m2(4000 + 30 * 13)],
      against: [20, m2(2000)],
      absent: [30, m2(3000 + 30 * 13)],
    } as const;
    const homes = { for: [40, m2(4000)], against: [20, m2(2000)], absent: [30, m2(3000)] } as const;
    expect([outcome(ORDINARY, spaces), outcome(ORDINARY, homes)]).toEqual(['NO_QUORUM', 'ADOPTED']);
  });

  it('21: the fourth proxy of one holder is void, and with it the quorum', () => {
    const withFourth = { for: [31, 310000], against: [29, 290000], absent: [30, 300000] } as const;
    const without = { for: [30, 300000], against: [29, 290000], absent: [31, 310000] } as const;
    expect([outcome(ORDINARY, withFourth), outcome(ORDINARY, without)]).toEqual(['ADOPTED', 'NO_QUORUM']);
  });

  it('22: one big shop, silent or against', () => {
    const SHOP = [1, m2(5000)] as const;
    const silent = { for: [60, m2(6000)], against: [8, m2(800)], absent: [SHOP, [32, m2(3200)]] } as const;
    const against = { for: [60, m2(6000)], against: [SHOP, [8, m2(800)]], absent: [32, m2(3200)] } as const;
    expect(outcome(ORDINARY, silent)).toBe('NO_QUORUM');
    expect([outcome(ORDINARY, against), outcome(SPECIAL, against)]).toEqual(['ADOPTED', 'NOT_ADOPTED']);
  });

  it('23: six of seven seats: the committee stands where the rules let a part of it stand', () => {
    expect([formationOf(6, 7, 5), formationOf(6, 7, null)]).toEqual(['PARTIAL', 'BY_ELECTION_FIRST']);
    expect([formationOf(4, 7, 5), formationOf(5, 11, 5), formationOf(7, 7, 5)]).toEqual([
      ...['BY_ELECTION_FIRST', 'BY_ELECTION_FIRST', 'COMPLETE'],
    ]);
  });

  it("24: a unit sold during the vote votes once: the seller's ballot stands, a second one is refused", () => {
    const bundle = aBundle(ORDINARY, { for: [31, 310000], against: [29, 290000], absent: [30, 300000] });
    const seller = bundle.ballots[0] as (typeof bundle.ballots)[number];
    const twice = { ...bundle, ballots: [...bundle.ballots, { ...seller, choice: 'against' }] };
    expect(() => resultOf(twice)).toThrow(expect.objectContaining({ code: 'tally.ballot-repeated' }));
    expect(resultOf(bundle).outcome).toBe('ADOPTED');
  });

  it('25: a buyer with keys leaves the pool of the developer and is a head of the own', () => {
    const before = { absent: [DEVELOPER, [90, m2(9000)]] } as const;
    const after = { absent: [[1, m2(2900)], [1, m2(100)], [90, m2(9000)]] } as const; // prettier-ignore
    const heads = [before, after].map((said) => resultOf(aBundle(ORDINARY, said)).quorum.heads.need);
    expect(heads).toEqual([61, 62]);
    expect(resultOf(aBundle(ORDINARY, after)).absent).toEqual({ heads: 92, weight: '1200000' });
  });
});
