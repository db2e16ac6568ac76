import { describe, expect, it } from '@jest/globals';
import { votingPack, type VotingRule } from '#libs/law';
import fc from 'fast-check';
import { disagreements, type CountedChoice } from './agreement.js';
import { countOf, pollOf, type CountedBallot, type CountedMotion } from './count.js';
import { recountWithDeemed } from './second-count.js';

const rule = votingPack('cn-civil-code-278-ordinary')?.rule as VotingRule;
const plain: CountedMotion = {
  ...{ id: 'm1', title: '议题', kind: 'plain', offered: ['for', 'against', 'abstain'], seats: null, rule },
  ...{ candidates: [], alternates: 0 },
};
const candidates = ['c1', 'c2', 'c3'].map((key) => ({ key, name: `候选人${key}` }));
const election: CountedMotion = {
  ...{ id: 'm2', title: '选举', kind: 'election', offered: ['c1', 'c2', 'c3', 'abstain'], seats: 2, rule },
  ...{ candidates, alternates: 1 },
};
const roll = Array.from({ length: 6 }, (_, n) => ({ party: `p${n}`, heads: 1, weight: 10_000n }));
const cast = (...answers: string[][]): CountedBallot[] => answers.map((said, n) => ({ party: `p${n}`, answers: said }));

/** The lines that a right statement would bring. */
function inDatabase(counts: ReturnType<typeof countOf>): CountedChoice[] {
  return counts.flatMap(({ motion, results }, at) =>
    results.map((result, n) => ({
      place: at + 1,
      choice: motion.kind === 'election' ? (candidates[n]?.key ?? '') : 'for',
      heads: result.counts.for?.heads ?? 0,
      weight: result.counts.for?.weight ?? '',
      takenPartHeads: result.quorum.heads.have,
      takenPartWeight: result.quorum.weight.have,
      isAdopted: result.outcome === 'ADOPTED',
    })),
  );
}

describe('the count of an assembly', () => {
  const ballots = cast(['for', 'c1,c2'], ['for', 'c1,c3'], ['against', 'c1'], ['for', 'abstain']);
  const counts = countOf({ roll, motions: [plain, election], ballots });

  it('takes each answer to its motion, and each candidate as a question of its own', () => {
    expect(counts[0]?.results.map(({ outcome }) => outcome)).toEqual(['ADOPTED']);
    expect(counts[1]?.results.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['m2/c1', 'ADOPTED'],
      ['m2/c2', 'NOT_ADOPTED'],
      ['m2/c3', 'NOT_ADOPTED'],
    ]);
    expect(counts[1]?.election).toMatchObject({ elected: ['c1'], vacant: 1 });
  });

  it('gives an election the same verdicts as its candidates have in the bundle', () => {
    const answer = fc.subarray(['c1', 'c2', 'c3'], { maxLength: 2 }).map((keys) => keys.join(',') || 'abstain');
    const answers = fc.array(fc.oneof(answer, fc.constant('invalid')), { maxLength: 6 });
    fc.assert(
      fc.property(answers, (said) => {
        const [count] = countOf({ roll, motions: [election], ballots: cast(...said.map((each) => [each])) });
        const alone = new Map(count?.results.map(({ id, outcome }) => [id.slice(3), outcome]));
        for (const each of count?.election?.candidates ?? []) expect(each.outcome).toBe(alone.get(each.candidate));
      }),
    );
  });

  it('stops at a ballot that fits no roll', () => {
    expect(() => countOf({ roll, motions: [plain], ballots: [{ party: 'p9', answers: ['for'] }] })).toThrow('p9');
    expect(() => countOf({ roll, motions: [plain], ballots: [{ party: 'p1', answers: [] }] })).toThrow('p1');
  });

  it('agrees with a statement that says the same, and names every line where one does not', () => {
    const right = inDatabase(counts);
    expect(disagreements(counts, right)).toEqual([]);
    const [first, ...others] = right as [CountedChoice, ...CountedChoice[]];
    for (const wrong of [
      { ...first, heads: first.heads + 1 },
      { ...first, weight: '1' },
      { ...first, takenPartHeads: 5 },
      { ...first, takenPartWeight: '1' },
      { ...first, isAdopted: false },
    ]) {
      expect(disagreements(counts, [wrong, ...others])).toHaveLength(2);
    }
    expect(disagreements(counts, others)).toHaveLength(1);
  });

  it('shows what silence would change, and leaves the cast count alone', () => {
    const few = pollOf({ roll, motions: [plain], ballots: cast(['for'], ['for'], ['against']) });
    const silent = roll.slice(3);
    expect(recountWithDeemed(few, silent, 'NONE').motions[0]?.outcome).toBe('NO_QUORUM');
    expect(recountWithDeemed(few, silent, 'AS_ABSTAIN').motions[0]?.outcome).toBe('NOT_ADOPTED');
    expect(recountWithDeemed(few, silent, 'AS_MAJORITY').motions[0]?.outcome).toBe('ADOPTED');
    expect(few.motions[0]?.votes).toHaveLength(3);
  });
});
