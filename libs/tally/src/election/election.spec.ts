import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VOTING_PACKS, type VotingRule } from '#libs/law';
import { ORDINARY } from '../../../../test/support/tally/bundles.js';
import type { Elector } from '../bundle/bundle.js';
import { countElection, type Election, type Slip } from './election.js';

const rule = VOTING_PACKS.find(({ name }) => name === ORDINARY)?.rule as VotingRule;

function voters(count: number, weight = 10_000n): Elector[] {
  return Array.from({ length: count }, (_, at) => ({ party: `p${at}`, heads: 1, weight }));
}

/** The first so many voters tick each candidate's box; every one of the voters returns a slip. */
function election(approvals: Readonly<Record<string, number>>, of: Partial<Election> = {}): Election {
  const roll = voters(9);
  const candidates = Object.keys(approvals);
  const slips: Slip[] = roll.map((elector, at) => ({
    elector,
    approved: candidates.filter((candidate) => at < (approvals[candidate] ?? 0)),
  }));
  return { rule, roll, candidates, slips, seats: 3, alternates: 2, ...of };
}

describe('an election', () => {
  it('seats the highest of those that pass, and keeps the next as alternates in their order', () => {
    const result = countElection(election({ 甲: 5, 乙: 9, 丙: 8, 丁: 7, 戊: 6, 己: 4 }));
    expect(result).toMatchObject({ elected: ['乙', '丙', '丁'], alternates: ['戊', '甲'], vacant: 0, lotNeeded: null });
    expect(result.candidates.map(({ candidate, outcome }) => `${candidate} ${outcome}`)).toEqual([
      ...['乙 ADOPTED', '丙 ADOPTED', '丁 ADOPTED', '戊 ADOPTED', '甲 ADOPTED', '己 NOT_ADOPTED'],
    ]);
  });

  it('leaves seats vacant rather than give them to somebody without half', () => {
    const result = countElection(election({ 甲: 5, 乙: 4, 丙: 4 }));
    expect(result).toMatchObject({ elected: ['甲'], alternates: [], vacant: 2, lotNeeded: null });
  });

  it('elects nobody without a quorum', () => {
    const { slips, ...others } = election({ 甲: 9, 乙: 9 });
    const result = countElection({ ...others, slips: slips.slice(0, 5) });
    expect(result).toMatchObject({ elected: [], vacant: 3, quorum: { heads: { have: 5, need: 6, met: false } } });
    expect(new Set(result.candidates.map(({ outcome }) => outcome))).toEqual(new Set(['NO_QUORUM']));
  });

  it('ranks by heads, then by weight', () => {
    const roll = voters(9).map((elector, at) => ({ ...elector, weight: at === 0 ? 20_000n : 10_000n }));
    const approve = (at: number): string[] => (at === 0 ? ['乙'] : at < 7 ? ['甲', '乙'] : ['甲']);
    const slips = roll.map((elector, at) => ({ elector, approved: at === 8 ? ['乙'] : approve(at) }));
    const result = countElection(election({ 甲: 0, 乙: 0 }, { roll, slips, seats: 1, alternates: 1 }));
    expect(result).toMatchObject({ elected: ['乙'], alternates: ['甲'], lotNeeded: null });
  });

  it('asks for a public lot where equals stand at the last seat, and counts again with it', () => {
    const tied = election({ 甲: 9, 乙: 7, 丙: 7, 丁: 7 });
    expect(countElection(tied)).toMatchObject({
      elected: ['甲'],
      alternates: [],
      vacant: 2,
      lotNeeded: { among: ['丁', '丙', '乙'].sort(), for: 'seats', places: 2 },
    });
    const drawn = countElection({ ...tied, lot: ['丙', '丁', '乙'] });
    expect(drawn).toMatchObject({ elected: ['甲', '丙', '丁'], alternates: ['乙'], lotNeeded: null });
  });

  it('asks for a lot among alternates, whose order matters, and for none among members, whose does not', () => {
    const tied = election({ 甲: 9, 乙: 9, 丙: 9, 丁: 6, 戊: 6 });
    expect(countElection(tied)).toMatchObject({
      elected: ['甲', '乙', '丙'],
      alternates: [],
      lotNeeded: { among: ['丁', '戊'].sort(), for: 'alternates', places: 2 },
    });
    expect(countElection({ ...tied, lot: ['戊', '丁'] }).alternates).toEqual(['戊', '丁']);
    expect(countElection({ ...tied, alternates: 0 }).lotNeeded).toBeNull();
  });

  it('cannot be turned by a lot against the votes', () => {
    const result = countElection({ ...election({ 甲: 9, 乙: 8, 丙: 7, 丁: 6 }), lot: ['丁', '丙', '乙', '甲'] });
    expect(result.elected).toEqual(['甲', '乙', '丙']);
  });

  it('takes an empty slip as taking part and an invalid one as the rule says', () => {
    const spoilt = (of: VotingRule): Election => {
      const base = election({ 甲: 3 }, { rule: of });
      const slips = base.slips.map((slip, at) => (at < 6 ? slip : { ...slip, approved: 'invalid' as const }));
      return { ...base, slips };
    };
    expect(countElection(spoilt(rule)).quorum.heads.have).toBe(6);
    expect(countElection(spoilt({ ...rule, invalid: 'as_abstain' })).quorum.heads.have).toBe(9);
  });

  it('counts a box ticked twice once, and stops at a name that is no candidate', () => {
    const base = election({ 甲: 0 });
    const slips = base.slips.map((slip) => ({ ...slip, approved: ['甲', '甲'] }));
    expect(countElection({ ...base, slips }).candidates[0]?.approval.heads.have).toBe(9);
    const [slip] = base.slips as [Slip];
    expect(() => countElection({ ...base, slips: [{ ...slip, approved: ['路人'] }] })).toThrow('路人');
  });

  it('fills no seat twice, whatever the votes, and never depends on their order', () => {
    const names = ['甲', '乙', '丙', '丁', '戊'];
    const slip = fc.oneof(fc.constant('invalid' as const), fc.subarray(names));
    const elections = fc.tuple(fc.array(slip, { minLength: 9, maxLength: 9 }), fc.nat(4), fc.nat(3));
    fc.assert(
      fc.property(elections, ([said, seats, alternates]) => {
        const roll = voters(9);
        const slips = roll.map((elector, at) => ({ elector, approved: said[at] as Slip['approved'] }));
        const held = { rule, roll, candidates: names, slips, seats, alternates };
        const result = countElection(held);
        const taken = [...result.elected, ...result.alternates];
        expect(new Set(taken).size).toBe(taken.length);
        expect(result.elected.length + result.vacant).toBe(seats);
        expect(result.alternates.length).toBeLessThanOrEqual(alternates);
        expect(countElection({ ...held, slips: [...slips].reverse() })).toMatchObject({
          ...{ alternates: result.alternates, vacant: result.vacant, lotNeeded: result.lotNeeded },
        });
        const lot = countElection({ ...held, lot: names });
        expect(lot.lotNeeded).toBeNull();
        const passing = lot.candidates.filter(({ outcome }) => outcome === 'ADOPTED').length;
        expect(lot.elected.length).toBe(Math.min(seats, passing));
        expect(lot.elected).toEqual(expect.arrayContaining([...result.elected]));
      }),
      { numRuns: 300 },
    );
  });
});
