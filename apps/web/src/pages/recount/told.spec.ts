import { describe, expect, it } from '@jest/globals';
import { readBundle, recount, sumOf, type Bundle } from '#libs/tally';
import { aBundle, aVote, m2, ORDINARY, resultOf } from '../../../../../test/support/tally/bundles.js';
import {
  areaOf,
  entriesOf,
  hasNothingToCount,
  headsOf,
  lengthOf,
  percent,
  scalesOf,
  spareOf,
  type Entry,
} from './told.js';

function entriesIn(bundle: Bundle): readonly Entry[] {
  const poll = readBundle(bundle);
  const { motions } = recount(poll);
  return entriesOf(poll.motions.map((motion, at) => ({ motion, result: motions[at] as (typeof motions)[number] })));
}

describe('amounts', () => {
  it('are written with their decimals, in groups of three, without a sign', () => {
    expect(areaOf(5n)).toBe('0.05 ㎡');
    expect(areaOf(123_456_789n)).toBe('1,234,567.89 ㎡');
    expect(areaOf(-8659n)).toBe('86.59 ㎡');
    expect(headsOf(-1200n)).toBe('1,200');
  });

  it('are shares cut off at two decimals, and nothing where there is nothing to divide by', () => {
    expect(percent(2n, 3n)).toBe('66.66%');
    expect(percent(0n, 0n)).toBe('–');
    expect([lengthOf(1n, 4n), lengthOf(9n, 4n), lengthOf(1n, 0n)]).toEqual([25, 100, 0]);
  });
});

describe('what came of a motion', () => {
  const near = aBundle(ORDINARY, {
    ...{ for: [35, m2(3712.4)], against: [29, m2(2700)] },
    ...{ invalid: [9, m2(1400)], absent: [10, 0] },
  });

  it('is measured against the roll or against those who took part, as the rule says', () => {
    const poll = readBundle(near);
    const result = resultOf(near);
    const { rule } = poll.motions[0] as (typeof poll.motions)[number];
    const sums = { quorum: result.quorum, electorate: sumOf(poll.roll) };
    const [heads, weight] = scalesOf(rule.approval, result.approval, sums);
    expect(heads).toMatchObject({ name: 'heads', have: 35n, base: 64n, need: 33n, isMet: true });
    expect(weight).toMatchObject({ name: 'weight', have: 371_240n, base: 641_240n, need: 320_621n });
    expect(scalesOf(rule.quorum, result.quorum, sums)[0]).toMatchObject({ have: 64n, base: 83n, need: 56n });
  });

  it('tells what is over and what is short, scale by scale', () => {
    expect(spareOf(resultOf(near))).toEqual({
      ...{
        over: [
          { name: 'heads', amount: 2n },
          { name: 'weight', amount: 50_619n },
        ],
        short: [],
      },
    });
    const short = aBundle(ORDINARY, { for: [62, m2(5000)], absent: [26, m2(4000)] });
    expect(spareOf(resultOf(short))).toEqual({
      ...{ over: [{ name: 'heads', amount: 3n }], short: [{ name: 'weight', amount: -100_000n }] },
    });
  });

  it('is nothing where nobody took part although nothing was asked', () => {
    expect(hasNothingToCount(resultOf(aBundle('cn-property-law-76-ordinary', { absent: [3, 300] })))).toBe(true);
    expect(hasNothingToCount(resultOf(aBundle(ORDINARY, { absent: [3, 300] })))).toBe(false);
  });
});

describe('an election', () => {
  const approve = (from: number) => (owner: number) => (owner >= from ? 'for' : 'abstain');
  const of = (id: string, title: string, from: number) => ({ id, title, said: approve(from) });

  it('is put together from its candidates, those with most approvals first', () => {
    const entries = entriesIn(
      aVote(ORDINARY, 20, [
        of('m1', '管理规约', 0),
        of('m2/c1', '选举：王芳', 9),
        of('m2/c2', '选举：李强', 2),
        of('m3', '维修资金', 0),
      ]),
    );
    expect(entries.map(({ kind }) => kind)).toEqual(['motion', 'election', 'motion']);
    const election = entries[1] as Extract<Entry, { kind: 'election' }>;
    expect(election.title).toBe('选举');
    expect(election.candidates.map(({ name }) => name)).toEqual(['李强', '王芳']);
  });

  it('is none where only one is asked, or where others took part', () => {
    expect(entriesIn(aVote(ORDINARY, 9, [of('m2/c1', '选举：王芳', 0)]))).toMatchObject([{ kind: 'motion' }]);
    const uneven = { ...of('m2/c2', '选举：李强', 0), said: (owner: number) => (owner > 1 ? 'for' : null) };
    const entries = entriesIn(aVote(ORDINARY, 9, [of('m2/c1', '选举：王芳', 0), uneven]));
    expect(entries.map(({ kind }) => kind)).toEqual(['motion', 'motion']);
  });

  it('calls candidates by their whole title, or their id, where titles have nothing in common', () => {
    const [election] = entriesIn(aVote(ORDINARY, 9, [of('e/c1', '', 0), of('e/c2', '李强', 3)]));
    expect(election).toMatchObject({ title: 'e', candidates: [{ name: 'e/c1' }, { name: '李强' }] });
  });
});
