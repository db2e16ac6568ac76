import { describe, expect, it } from '@jest/globals';
import { keyingDifferences, repeatedSlip, type KeyedSlip } from './keying.js';

const slip = (number: string, answers: KeyedSlip['answers'] = { m1: ['for'] }): KeyedSlip => ({
  slip: number,
  answers,
});

describe('two keyings of one batch', () => {
  it('agree whatever the order of slips and of ticked candidates', () => {
    const first = [slip('1', { m1: ['c1', 'c2'] }), slip('2')];
    const second = [slip('2'), slip('1', { m1: ['c2', 'c1'] })];
    expect(keyingDifferences(first, second)).toEqual([]);
  });

  it.each<[string, KeyedSlip, unknown]>([
    [
      'another choice',
      slip('1', { m1: ['against'] }),
      [{ slip: '1', motionId: 'm1', first: ['for'], second: ['against'] }],
    ],
    ['a motion left out', slip('1', {}), [{ slip: '1', motionId: 'm1', first: ['for'], second: [] }]],
  ])('differ by %s', (_, second, expected) => {
    expect(keyingDifferences([slip('1')], [second])).toEqual(expected);
  });

  it('differ where one has a slip that the other has not', () => {
    expect(keyingDifferences([slip('1')], [slip('2')])).toEqual([
      { slip: '1', motionId: null, first: [], second: null },
      { slip: '2', motionId: null, first: null, second: [] },
    ]);
  });

  it('name every slip once', () => {
    expect(repeatedSlip([slip('1'), slip('2')])).toBeNull();
    expect(repeatedSlip([slip('1'), slip('2'), slip('1')])).toBe('1');
  });
});
