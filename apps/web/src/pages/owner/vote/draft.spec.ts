import { describe, expect, it } from '@jest/globals';
import { EMPTY, isFull, nextOpen, readDraft, tap, toBeSent } from './draft.js';

const candidates = ['c1', 'c2', 'c3'].map((key) => ({ key, name: key, note: '' }));
const election = { kind: 'election', candidates, seats: 2 } as const;
const plain = { kind: 'plain', candidates: null } as const;

describe('tapping a choice', () => {
  it('of a plain motion takes the place of the one before', () => {
    expect(tap(plain, ['for'], 'against')).toEqual(['against']);
  });

  it('of an election adds a candidate or takes them away, and abstaining stands alone', () => {
    const motion = { ...election, candidates: [...candidates] };
    expect(tap(motion, ['c1'], 'c2')).toEqual(['c1', 'c2']);
    expect(tap(motion, ['c1', 'c2'], 'c1')).toEqual(['c2']);
    expect(tap(motion, ['c1', 'c2'], 'abstain')).toEqual(['abstain']);
    expect(tap(motion, ['abstain'], 'c3')).toEqual(['c3']);
  });

  it('ends with as many candidates as seats', () => {
    expect([
      isFull(election, ['c1']),
      isFull(election, ['c1', 'c2']),
      isFull({ ...plain, seats: null }, ['for']),
    ]).toEqual([false, true, false]);
  });
});

it('goes on with the first motion that has no answer', () => {
  const motions = [{ id: 'm1' }, { id: 'm2' }];
  expect([
    nextOpen(motions, {}),
    nextOpen(motions, { m1: ['for'] }),
    nextOpen(motions, { m1: ['for'], m2: ['x'] }),
  ]).toEqual([...[0, 1, 2]]);
});

describe('a ballot that is sent again', () => {
  it('has the same key with the same answers, and another with others', () => {
    let next = 0;
    const fresh = (): string => `k${(next += 1)}`;
    const first = toBeSent(EMPTY, 'for', fresh);
    expect(toBeSent(first, 'for', fresh).sent.key).toBe('k1');
    expect(toBeSent(first, 'against', fresh).sent.key).toBe('k2');
  });

  it('is kept as it was, and what is no draft is an empty one', () => {
    const draft = toBeSent({ ...EMPTY, ticked: { m1: ['for'] } }, 'for', () => 'k1');
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
    for (const text of [null, '', '{', '7', '{}', 'null']) expect(readDraft(text)).toEqual(EMPTY);
  });
});
