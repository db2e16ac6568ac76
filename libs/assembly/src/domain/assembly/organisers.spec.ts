import { describe, expect, it } from '@jest/globals';
import { organiserFault, petitionOf, type OrganiserFacts } from './organisers.js';

const USUAL: OrganiserFacts = {
  organiser: 'committee',
  isFirst: false,
  electsCommittee: false,
  bodies: ['committee'],
  basis: null,
};

describe('an organiser', () => {
  it.each<[string, Partial<OrganiserFacts>, string | null]>([
    ['a committee in term', {}, null],
    ['a committee that is not there', { bodies: [] }, 'organiser-not-there'],
    ['a committee that lets itself be elected anew', { electsCommittee: true }, 'organiser-own-election'],
    ['a re-election group', { organiser: 'reelection-group', electsCommittee: true }, null],
    ['a committee before the first assembly', { isFirst: true }, 'organiser-not-for-first'],
    ['a re-election group before it', { organiser: 'reelection-group', isFirst: true }, 'organiser-not-for-first'],
    ['a preparatory group', { organiser: 'preparatory-group', isFirst: true, bodies: [] }, null],
    ['a preparatory group later', { organiser: 'preparatory-group' }, 'organiser-only-for-first'],
    ['a PMC', { organiser: 'pmc', isFirst: true, bodies: ['pmc'] }, null],
    ['a PMC that was never formed', { organiser: 'pmc' }, 'organiser-not-there'],
    ['a residents’ committee by itself', { organiser: 'residents-committee' }, 'organiser-without-order'],
    ['a residents’ committee by order', { organiser: 'residents-committee', basis: '东街办〔2026〕3号' }, null],
    ['a sub-district for the first', { organiser: 'sub-district', isFirst: true, bodies: [] }, null],
  ])('%s', (_, more, fault) => {
    expect(organiserFault({ ...USUAL, ...more })).toBe(fault);
  });
});

describe('a petition of owners', () => {
  const of = (heads: number, weight: bigint): ReturnType<typeof petitionOf> =>
    petitionOf({ heads, headsOfAll: 91, weight, weightOfAll: 900_000n }, 20);

  it('needs 20 % of the heads, the limit included and never rounded', () => {
    expect(of(18, 900_000n)).toEqual({ isEnough: false, needed: 19, isEnoughByArea: true });
    expect(of(19, 0n)).toEqual({ isEnough: true, needed: 19, isEnoughByArea: false });
    expect(petitionOf({ heads: 2, headsOfAll: 10, weight: 1n, weightOfAll: 5n }, 20)).toEqual({
      isEnough: true,
      needed: 2,
      isEnoughByArea: true,
    });
  });

  it('of nobody is none', () => {
    expect(petitionOf({ heads: 0, headsOfAll: 0, weight: 0n, weightOfAll: 0n }, 20).isEnough).toBe(false);
  });
});
