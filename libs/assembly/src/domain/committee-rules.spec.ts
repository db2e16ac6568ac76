import { describe, expect, it } from '@jest/globals';
import { faultOfCommittee, type CommitteeNumbers } from './committee-checks.js';
import { CommitteeDirectory, type ListedCommittee } from './committee-subject.js';
import { COMMITTEE_WORDS, committeeKindOf } from './committee-words.js';

describe('kinds as lists write them', () => {
  it.each([
    ['业委会', 'committee'],
    ['示例小区业主委员会', 'committee'],
    ['物管会', 'pmc'],
    ['示例小区物业管理委员会', 'pmc'],
    ['单一业主', 'exemption'],
    ['不成立业主大会', 'exemption'],
    ['免设业委会', 'exemption'],
    ['未成立', 'none'],
    ['无', 'none'],
    ['业委会筹备中', 'none'],
    ['议事会', null],
  ])('%s is %s', (words, kind) => {
    expect(committeeKindOf(words)).toBe(kind);
  });

  it('reads back its own words', () => {
    for (const [kind, words] of Object.entries(COMMITTEE_WORDS)) expect(committeeKindOf(words)).toBe(kind);
  });
});

describe('numbers of a body', () => {
  const TODAY = '2026-11-23';
  const numbers = (more: Partial<CommitteeNumbers>): CommitteeNumbers => {
    const days = {
      electedOn: null,
      membersChangedOn: null,
      lastActivityOn: null,
      reelectionGroupOn: null,
      filedOn: null,
    };
    return { seats: null, members: null, ...days, ...more };
  };

  it('may have happened today, and never tomorrow', () => {
    expect(faultOfCommittee(numbers({ lastActivityOn: TODAY, filedOn: TODAY }), TODAY)).toBeNull();
    expect(faultOfCommittee(numbers({ lastActivityOn: '2026-11-24' }), TODAY)).toEqual({
      code: 'committee.day-in-future',
      column: 'lastActivityOn',
    });
  });

  it('may fill every seat, and not one more', () => {
    expect(faultOfCommittee(numbers({ seats: 7, members: 7 }), TODAY)).toBeNull();
    expect(faultOfCommittee(numbers({ seats: 7, members: 8 }), TODAY)?.code).toBe('committee.more-members-than-seats');
    expect(faultOfCommittee(numbers({ seats: null, members: 8 }), TODAY)).toBeNull();
  });
});

describe('the body that a paper speaks of', () => {
  const body = (recordId: string, more: Partial<ListedCommittee>): ListedCommittee => {
    return {
      recordId,
      kind: 'committee',
      name: '凤鸣业委会',
      compoundIds: ['c1'],
      from: '2020-01-01',
      to: '2024-12-31',
      ...more,
    };
  };
  const found = (bodies: readonly ListedCommittee[], on: string): string => {
    const answer = new CommitteeDirectory(bodies).ofCompound('c1', on);
    return answer.kind === 'found' ? answer.committee.recordId : answer.kind;
  };
  const terms = [body('old', {}), body('new', { from: '2025-01-01', to: '2029-12-31' })];

  it('is the one in term on that day, to the last day', () => {
    expect(found(terms, '2024-12-31')).toBe('old');
    expect(found(terms, '2025-01-01')).toBe('new');
  });

  it('is the latest when none is in term', () => {
    expect(found(terms, '2031-01-01')).toBe('new');
  });

  it('is never an exemption', () => {
    expect(found([body('free', { kind: 'exemption' })], '2022-01-01')).toBe('unknown');
  });

  it('is unclear when bodies of different compounds bear the name, but not for terms of one body', () => {
    const named = (bodies: readonly ListedCommittee[]): string =>
      new CommitteeDirectory(bodies).named('凤鸣 业委会', '2022-01-01').kind;
    expect(named(terms)).toBe('found');
    expect(named([...terms, body('other', { compoundIds: ['c2'] })])).toBe('ambiguous');
    expect(named([])).toBe('unknown');
  });
});
