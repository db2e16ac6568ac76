import { describe, expect, it } from '@jest/globals';
import { isDay } from '#libs/kernel';
import { VOTING_PACKS, votingPack } from './voting.js';

describe('the voting rules that can be named', () => {
  it('are those of the Civil Code and of the Property Law before it, each with its article and days', () => {
    expect(VOTING_PACKS.map(({ name, effectiveFrom, effectiveTo }) => [name, effectiveFrom, effectiveTo])).toEqual([
      ['cn-civil-code-278-ordinary', '2021-01-01', null],
      ['cn-civil-code-278-special', '2021-01-01', null],
      ['cn-property-law-76-ordinary', '2007-10-01', '2020-12-31'],
      ['cn-property-law-76-special', '2007-10-01', '2020-12-31'],
    ]);
    for (const pack of VOTING_PACKS) {
      expect(pack.article).toMatch(/^第.+条/);
      expect([pack.effectiveFrom, pack.effectiveTo ?? pack.effectiveFrom].every(isDay)).toBe(true);
      expect(votingPack(pack.name)).toBe(pack);
    }
    expect(votingPack('cn-civil-code-278')).toBeUndefined();
  });

  it('ask by the Civil Code two thirds of all to take part, and more than half or three quarters of those', () => {
    const quorum = { fraction: [2, 3], op: '>=', base: 'electorate' };
    for (const [name, approval] of [
      ['cn-civil-code-278-ordinary', { fraction: [1, 2], op: '>', base: 'participants' }],
      ['cn-civil-code-278-special', { fraction: [3, 4], op: '>=', base: 'participants' }],
    ] as const) {
      expect(votingPack(name)?.rule).toMatchObject({
        quorum: { heads: quorum, weight: quorum },
        approval: { heads: approval, weight: approval },
        invalid: 'exclude',
      });
    }
  });

  it('ask by the Property Law more than half or two thirds of all owners', () => {
    for (const [name, approval] of [
      ['cn-property-law-76-ordinary', { fraction: [1, 2], op: '>', base: 'electorate' }],
      ['cn-property-law-76-special', { fraction: [2, 3], op: '>=', base: 'electorate' }],
    ] as const) {
      expect(votingPack(name)?.rule).toMatchObject({
        quorum: { heads: null, weight: null },
        approval: { heads: approval, weight: approval },
      });
    }
  });
});
