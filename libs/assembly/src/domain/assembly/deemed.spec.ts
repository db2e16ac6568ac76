import { describe, expect, it } from '@jest/globals';
import { deemedChoice, deemedParties, type Delivered } from './deemed.js';
import { deemedFaults, type DeemedClause } from './published-rules.js';

const CLAUSE: DeemedClause = {
  text: '已送达表决票的业主，在规定的时间内不反馈意见的，视为同意多数意见。',
  inForceFrom: '2025-01-01',
  methods: ['hand', 'post'],
  warnedOnBallot: true,
  isInterimCovenant: false,
};
const ON = { noticeOn: '2026-03-01', isFirst: false };
const MAJORITY = { deemedRule: 'AS_MAJORITY', deemedClause: CLAUSE } as const;

describe('silence', () => {
  it('says nothing by default, and needs nothing for that', () => {
    const none = { deemedRule: 'NONE', deemedClause: null } as const;
    expect(deemedFaults(none, ON)).toEqual([]);
    expect(deemedChoice('NONE', new Map([['for', 9]]))).toBeNull();
    expect(deemedParties(['p1'], [], none)).toEqual([]);
  });

  it.each<[string, Partial<DeemedClause> | null, boolean, readonly string[]]>([
    ['under a clause that meets every condition', {}, false, []],
    ['without a clause', null, false, ['deemed-without-clause']],
    ['by a clause of the day of the notice', { inForceFrom: '2026-03-01' }, false, ['deemed-clause-too-late']],
    ['where no way of delivery is named', { methods: [] }, false, ['deemed-without-methods']],
    ['where the ballot does not warn', { warnedOnBallot: false }, false, ['deemed-without-warning']],
    ['in a first assembly', {}, true, ['deemed-in-first']],
    ['in a first assembly under an interim covenant', { isInterimCovenant: true }, true, []],
  ])('%s', (_, more, isFirst, faults) => {
    const deemedClause = more && { ...CLAUSE, ...more };
    expect(deemedFaults({ deemedRule: 'AS_MAJORITY', deemedClause }, { ...ON, isFirst })).toEqual(faults);
  });

  it('is counted only of owners who were shown to be reached', () => {
    const to = (partyId: string, more: Partial<Delivered> = {}): Delivered => ({
      ...{ partyId, method: 'hand', recipient: 'owner', hasProof: true },
      ...more,
    });
    const deliveries = [
      to('p1'),
      to('p2', { recipient: 'tenant' }),
      to('p3', { hasProof: false }),
      to('p4', { method: 'posted-notice', recipient: 'nobody' }),
      to('p5', { method: 'post', recipient: 'family' }),
      to('voted'),
    ];
    expect(deemedParties(['p1', 'p2', 'p3', 'p4', 'p5', 'p6'], deliveries, MAJORITY)).toEqual(['p1', 'p5']);
  });

  it('joins what most heads said, and abstains between equals', () => {
    expect(
      deemedChoice(
        'AS_MAJORITY',
        new Map([
          ['for', 5],
          ['against', 4],
        ]),
      ),
    ).toBe('for');
    expect(
      deemedChoice(
        'AS_MAJORITY',
        new Map([
          ['for', 4],
          ['against', 4],
        ]),
      ),
    ).toBe('abstain');
    expect(
      deemedChoice(
        'AS_MAJORITY',
        new Map([
          ['invalid', 9],
          ['against', 4],
        ]),
      ),
    ).toBe('against');
    expect(deemedChoice('AS_MAJORITY', new Map())).toBe('abstain');
    expect(deemedChoice('AS_ABSTAIN', new Map([['for', 5]]))).toBe('abstain');
  });
});
