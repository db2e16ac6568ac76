import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../../../test/support/runs.js';
import { VOTING_PACKS } from '#libs/law';
import { BUNDLE_FORMAT, type Bundle, type WrittenRule } from '../bundle/bundle.js';
import { readBundle } from '../bundle/bundle-reader.js';
import { recount, type MotionResult } from './recount.js';

type Bound = NonNullable<WrittenRule['quorum']['heads']>;

const bound = fc.option(
  fc.record<Bound>({
    fraction: fc
      .tuple(fc.nat(6), fc.integer({ min: 1, max: 6 }))
      .map(([some, other]) => [Math.min(some, other), Math.max(some, other)] as const),
    op: fc.constantFrom('>=', '>'),
    base: fc.constantFrom('electorate', 'participants'),
  }),
);
const scales = fc.record({ heads: bound, weight: bound });
const ownRule = fc.record<WrittenRule>({
  quorum: scales,
  approval: scales,
  invalid: fc.constantFrom('exclude', 'as_abstain'),
});
const rule = fc.oneof(
  ownRule,
  fc.constantFrom(...VOTING_PACKS.map((pack) => pack.rule)).map((each) => each as WrittenRule),
);

const weight = fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 2n ** 70n));
const said = fc.constantFrom('for', 'for', 'against', 'abstain', 'invalid', null);
const voters = fc.array(fc.record({ heads: fc.nat(3), weight, choice: said }), { maxLength: 12 });

type Voter = { readonly heads: number; readonly weight: bigint; readonly choice: string | null };

function bundleOf(of: WrittenRule, all: readonly Voter[], choices?: readonly string[]): Bundle {
  const named = all.map((voter, at) => ({ ...voter, party: `p${at}` }));
  return {
    format: BUNDLE_FORMAT,
    rule: of,
    roll: named.map(({ party, heads, weight: own }) => ({ party, heads, weight: String(own) })),
    motions: [{ id: 'm', ...(choices ? { choices } : {}) }],
    ballots: named.flatMap(({ party, choice }) => (choice === null ? [] : [{ party, motion: 'm', choice }])),
  };
}

function count(bundle: Bundle): MotionResult {
  return recount(readBundle(bundle)).motions[0] as MotionResult;
}

/** A second count that shares nothing with the first: every share compared crosswise, straight from the law. */
function naive(of: WrittenRule, all: readonly Voter[], choice = 'for', invalid = of.invalid ?? 'exclude'): string {
  const sum = (some: readonly Voter[], scale: 'heads' | 'weight'): bigint =>
    some.reduce((total, voter) => total + BigInt(voter[scale]), 0n);
  const part = all.filter((voter) => voter.choice !== null && (voter.choice !== 'invalid' || invalid === 'as_abstain'));
  if (part.length === 0) return 'NO_QUORUM';
  const inFavour = all.filter((voter) => voter.choice === choice);
  let [isQuorate, isApproved] = [true, true];
  for (const scale of ['heads', 'weight'] as const) {
    for (const which of ['quorum', 'approval'] as const) {
      const asked = of[which][scale];
      if (asked === null) continue;
      const base = sum(asked.base === 'electorate' ? all : part, scale);
      if (base === 0n) return 'NO_QUORUM';
      const [have, share] = [
        sum(which === 'quorum' ? part : inFavour, scale) * BigInt(asked.fraction[1]),
        base * BigInt(asked.fraction[0]),
      ];
      const isMet = asked.op === '>=' ? have >= share : have > share;
      if (which === 'quorum') isQuorate &&= isMet;
      else isApproved &&= isMet;
    }
  }
  if (!isQuorate) return 'NO_QUORUM';
  return isApproved ? 'ADOPTED' : 'NOT_ADOPTED';
}

describe('a recount', () => {
  it('agrees with a second count, and tells of the other treatment exactly when it would differ', () => {
    fc.assert(
      fc.property(rule, voters, (of, all) => {
        const result = count(bundleOf(of, all));
        expect(result.outcome).toBe(naive(of, all));
        const other = of.invalid === 'as_abstain' ? 'exclude' : 'as_abstain';
        const otherwise = naive(of, all, 'for', other);
        const expected = otherwise === result.outcome ? [] : [{ invalid: other, outcome: otherwise }];
        expect(result.sensitive).toEqual(expected);
      }),
      runs(500),
    );
  });

  it('agrees with it on every option', () => {
    const option = fc.constantFrom('甲', '乙', '丙', 'against', 'abstain', 'invalid', null);
    const choosing = fc.array(fc.record({ heads: fc.nat(3), weight, choice: option }), { maxLength: 12 });
    fc.assert(
      fc.property(rule, choosing, (of, all) => {
        const result = count(bundleOf(of, all, ['甲', '乙', '丙']));
        const outcomes = ['甲', '乙', '丙'].map((choice) => naive(of, all, choice));
        expect(result.options?.map(({ outcome }) => outcome)).toEqual(outcomes);
        expect(result.outcome).toBe(outcomes.includes('ADOPTED') ? 'ADOPTED' : outcomes[0]);
      }),
      runs(200),
    );
  });

  it('does not depend on the order of anything', () => {
    const shuffled = voters.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(rule, shuffled, (of, [all, other]) => {
        expect(count(bundleOf(of, other))).toEqual(count(bundleOf(of, all)));
        const bundle = bundleOf(of, all);
        expect(count({ ...bundle, ballots: [...bundle.ballots].reverse() })).toEqual(count(bundle));
      }),
      runs(200),
    );
  });

  it('does not depend on the unit in which areas are measured', () => {
    fc.assert(
      fc.property(rule, voters, fc.bigInt(1n, 2n ** 80n), (of, all, factor) => {
        const scaled = all.map((voter) => ({ ...voter, weight: voter.weight * factor }));
        expect(count(bundleOf(of, scaled)).outcome).toBe(count(bundleOf(of, all)).outcome);
      }),
      runs(200),
    );
  });

  it('stays adopted when one more approves, were they silent, against or undecided', () => {
    fc.assert(
      fc.property(rule, voters, (of, all) => {
        fc.pre(count(bundleOf(of, all)).outcome === 'ADOPTED');
        all.forEach((voter, at) => {
          const converted = all.with(at, { ...voter, choice: 'for' });
          expect(count(bundleOf(of, converted)).outcome).toBe('ADOPTED');
        });
      }),
      runs(200),
    );
  });

  it('needs the smallest number that is enough, and says by how much it is met', () => {
    fc.assert(
      fc.property(rule, voters, (of, all) => {
        const { quorum, approval } = count(bundleOf(of, all));
        for (const [bounds, tests] of [
          [of.quorum, quorum],
          [of.approval, approval],
        ] as const) {
          for (const scale of ['heads', 'weight'] as const) {
            const [asked, { have, need, met }] = [bounds[scale], tests[scale]];
            if (asked === null) {
              expect([need, met]).toEqual([null, true]);
              continue;
            }
            const part = all.filter(({ choice }) => choice && (choice !== 'invalid' || of.invalid === 'as_abstain'));
            const base = (asked.base === 'electorate' ? all : part).reduce(
              (sum, each) => sum + BigInt(each[scale]),
              0n,
            );
            const [numerator, denominator] = asked.fraction.map(BigInt) as [bigint, bigint];
            const meets = (amount: bigint): boolean =>
              asked.op === '>=' ? amount * denominator >= base * numerator : amount * denominator > base * numerator;
            expect(meets(BigInt(need as string))).toBe(true);
            expect(meets(BigInt(need as string) - 1n) && BigInt(need as string) > 0n).toBe(false);
            expect(met).toBe(meets(BigInt(have)));
          }
        }
      }),
      runs(200),
    );
  });

  it('loses nobody: what was said and the absent make up the roll', () => {
    fc.assert(
      fc.property(rule, voters, (of, all) => {
        const { counts, absent } = count(bundleOf(of, all));
        const parts = [...Object.values(counts), absent];
        expect(parts.reduce((sum, { heads }) => sum + heads, 0)).toBe(all.reduce((sum, { heads }) => sum + heads, 0));
        expect(parts.reduce((sum, part) => sum + BigInt(part.weight), 0n)).toBe(
          all.reduce((sum, voter) => sum + voter.weight, 0n),
        );
      }),
      runs(100),
    );
  });

  it('has a margin that tells the outcome: nothing asked is short when adopted, and something is when not', () => {
    fc.assert(
      fc.property(rule, voters, (of, all) => {
        const { outcome, margin } = count(bundleOf(of, all));
        const isShort = (margin.heads ?? 0) < 0 || BigInt(margin.weight ?? '0') < 0n;
        if (outcome === 'ADOPTED') expect(isShort).toBe(false);
        if (outcome === 'NOT_ADOPTED') expect(isShort).toBe(true);
      }),
      runs(200),
    );
  });
});
