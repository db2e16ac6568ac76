import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../../../test/support/runs.js';
import { aBundle, ORDINARY, type Said } from '../../../../test/support/tally/bundles.js';
import type { Bundle, Motion, Vote } from '../bundle/bundle.js';
import { readBundle } from '../bundle/bundle-reader.js';
import { recount } from '../counting/recount.js';
import { guard, LEAST_IN_SUMS, publicBundle } from './privacy-guard.js';

/** Votes of owners with one area, by what they said. */
function alike(weight: number, said: Readonly<Record<string, number>>): Vote[] {
  return Object.entries(said).flatMap(([choice, count]) =>
    Array.from({ length: count }, (_, at) => ({
      elector: { party: `${weight}-${choice}-${at}`, heads: 1, weight: BigInt(weight) },
      choice,
    })),
  );
}

/** Owners who all have areas of their own. */
function unlike(said: Readonly<Record<string, number>>, from = 1): Vote[] {
  return Object.entries(said).flatMap(([choice, count], block) =>
    Array.from({ length: count }, (_, at) => ({
      elector: { party: `${choice}-${at}`, heads: 1, weight: BigInt(from + block * 1000 + at) },
      choice,
    })),
  );
}

const sizes = (votes: readonly Vote[]): readonly number[] => {
  const { open, summed } = guard(votes);
  return [open.length, summed.length];
};

describe('the guard of secret ballots', () => {
  it('publishes lines only where nobody stands alone, by weight or by choice', () => {
    expect(sizes(alike(9000, { for: 2, against: 2 }))).toEqual([4, 0]);
    expect(sizes(alike(9000, { for: 30, against: 1 }))).toEqual([0, 31]);
    expect(sizes(alike(9000, { for: 31 }))).toEqual([0, 31]);
    expect(sizes(unlike({ for: 20, against: 20 }))).toEqual([0, 40]);
    expect(sizes([...alike(9000, { for: 5, against: 3 }), ...unlike({ for: 20, against: 20 })])).toEqual([8, 40]);
  });

  it('keeps an area of 137.42 m² that is there once out of the lines', () => {
    const votes = [...alike(9000, { for: 40, against: 40 }), ...alike(13742, { against: 1 })];
    const { open, summed } = guard(votes);
    expect(open).toEqual([]);
    expect(summed).toHaveLength(81);
  });

  it('adds the smallest groups to sums of too few, until nobody can be worked out of them', () => {
    const few = unlike({ for: 10, against: 8 });
    const groups = [...alike(8000, { for: 4, against: 4 }), ...alike(9000, { for: 5, against: 4 })];
    const large = alike(10000, { for: 40, against: 20 });
    expect(sizes([...few, ...groups, ...large])).toEqual([60, 18 + 8 + 9]);
    expect(sizes([...few, ...alike(8000, { for: 6, against: 6 }), ...large])).toEqual([60, 30]);
    const unanimous = unlike({ for: 35 });
    expect(sizes([...unanimous, ...groups, ...large])).toEqual([69, 35 + 8]);
  });

  it('publishes nothing but the result of a small vote', () => {
    const votes = unlike({ for: 5, against: 3, abstain: 1 });
    expect(sizes(votes)).toEqual([0, 9]);
    expect(LEAST_IN_SUMS).toBe(30);
  });
});

const CHOICES = ['for', 'against', 'abstain', 'invalid', 'absent'] as const;
const group = fc.tuple(
  fc.constantFrom(...CHOICES),
  fc.integer({ min: 1, max: 25 }),
  fc.constantFrom(8000, 9000, 9000, 9001),
);

function bundleOf(groups: readonly (readonly [string, number, number])[]): Bundle {
  const said: Record<string, (readonly [number, number])[]> = {};
  for (const [choice, count, weight] of groups) (said[choice] ??= []).push([count, count * weight]);
  return aBundle(ORDINARY, said as Said);
}

describe('the bundle that is published after a secret vote', () => {
  it('is recounted to the very same result', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 12 }), (groups) => {
        const poll = readBundle(bundleOf(groups));
        const [motion] = poll.motions as [Motion];
        const published = publicBundle(poll, motion);
        const read = readBundle(JSON.parse(JSON.stringify(published)));
        expect(recount(read)).toEqual(recount(poll));
      }),
      runs(200),
    );
  });

  it('names no party, and shows every voter among others', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 12 }), (groups) => {
        const poll = readBundle(bundleOf(groups));
        const [motion] = poll.motions as [Motion];
        const published = publicBundle(poll, motion);
        expect(published.roll.map(({ party }) => party)).toEqual(published.roll.map((_, at) => String(at + 1)));
        const single = readBundle(published).motions[0]?.votes.filter(({ elector }) => elector.heads === 1) ?? [];
        const { open, summed } = guard(motion.votes);
        expect(single.length).toBeGreaterThanOrEqual(open.length);
        for (const { elector } of open) {
          const same = open.filter((other) => other.elector.weight === elector.weight);
          const choices = [...new Set(same.map(({ choice }) => choice))];
          expect(choices.length).toBeGreaterThanOrEqual(2);
          for (const choice of choices) expect(same.filter((each) => each.choice === choice).length).toBeGreaterThan(1);
        }
        if (open.length > 0 && summed.length > 0) expect(summed.length).toBeGreaterThanOrEqual(LEAST_IN_SUMS);
      }),
      runs(200),
    );
  });

  it('is the same whatever the order of roll and ballots', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 8 }), (groups) => {
        const bundle = bundleOf(groups);
        const other = { ...bundle, roll: [...bundle.roll].reverse(), ballots: [...bundle.ballots].reverse() };
        const [some, turned] = [readBundle(bundle), readBundle(other)];
        expect(publicBundle(turned, turned.motions[0] as Motion)).toEqual(
          publicBundle(some, some.motions[0] as Motion),
        );
      }),
      runs(100),
    );
  });

  it('keeps title, rule and options', () => {
    const choices = ['甲方案', '乙方案'];
    const poll = readBundle(aBundle(ORDINARY, { 甲方案: [30, 3000], 乙方案: [20, 2000], absent: [5, 500] }, choices));
    const published = publicBundle(poll, poll.motions[0] as Motion);
    expect(published.motions).toEqual([{ id: 'm1', title: '议题', choices }]);
    expect(recount(readBundle(published))).toEqual(recount(poll));
    expect(published.roll).toHaveLength(51);
  });
});
