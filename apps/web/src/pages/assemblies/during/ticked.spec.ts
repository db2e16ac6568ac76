import { describe, expect, it } from '@jest/globals';
import { answersOf, invalidOn, isAnswered } from './ticked.js';

const MOTIONS = [{ id: 'm1' }, { id: 'm2' }];

describe('what is ticked', () => {
  it('is whole when every motion is answered', () => {
    expect(isAnswered(MOTIONS, { m1: ['for'], m2: ['c1', 'c2'] })).toBe(true);
    expect(isAnswered(MOTIONS, { m1: ['for'], m2: [] })).toBe(false);
    expect(isAnswered(MOTIONS, { m1: ['for'] })).toBe(false);
  });

  it('is sent in the order of the motions', () => {
    expect(answersOf(MOTIONS, { m2: ['c1'], m1: ['for'] })).toEqual([
      { motion: 'm1', ticked: ['for'] },
      { motion: 'm2', ticked: ['c1'] },
    ]);
  });

  it('is invalid on every motion of a slip that nobody signed', () => {
    expect(invalidOn(MOTIONS)).toEqual({ m1: ['invalid'], m2: ['invalid'] });
  });
});
