import { describe, expect, it } from '@jest/globals';
import type { VoteMotion } from './public-votes.js';
import { bundleOf, entriesIn, fileOf } from './vote-entries.js';

const AT = { city: '1405', id: 'v1' };

describe('the files of a vote', () => {
  it('lie at public addresses of this site', () => {
    expect(fileOf(AT, 'board')).toBe('/api/v1/public/1405/assemblies/v1/board');
    expect(bundleOf(AT, 'm1')).toBe('/api/v1/public/1405/assemblies/v1/bundles/m1');
    expect(bundleOf(AT, 'm1/c2')).toBe('/api/v1/public/1405/assemblies/v1/bundles/m1?candidate=c2');
  });
});

describe('what came of a motion', () => {
  const bounds = { heads: null, weight: null };
  const test = { heads: { have: 1, need: null, met: true }, weight: { have: '1', need: null, met: true } };
  const result = (id: string, heads: number) => ({
    ...{ id, outcome: 'ADOPTED' as const, quorum: test, margin: { heads: null, weight: null }, sensitive: [] },
    approval: { ...test, heads: { ...test.heads, have: heads } },
    ...{ counts: {}, absent: { heads: 0, weight: '0' } },
  });
  const motion: VoteMotion = {
    ...{ id: 'm1', title: '选举', body: '', kind: 'election', matters: [], votingClass: 'ordinary', offered: [] },
    ...{
      seats: 1,
      candidates: [
        { key: 'c1', name: '王芳' },
        { key: 'c2', name: '李强' },
      ],
    },
    rule: { name: '', source: '民法典', article: '第二百七十八条', quorum: bounds, approval: bounds },
    result: null,
  };

  it('is nothing before its publication', () => {
    expect(entriesIn(motion)).toEqual([]);
  });

  it('tells the candidates of an election together, by name, those with most approvals first', () => {
    const record = { ...motion, rulePack: '', election: null, isAdopted: true };
    const told = entriesIn({ ...motion, result: { ...record, results: [result('m1/c1', 3), result('m1/c2', 5)] } });
    expect(told).toMatchObject([{ kind: 'election', title: '选举', candidates: [{ name: '李强' }, { name: '王芳' }] }]);
  });
});
