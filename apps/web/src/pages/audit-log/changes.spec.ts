import { describe, expect, it } from '@jest/globals';
import { changesOf, codesIn } from './changes.js';

describe('changes of an audit line', () => {
  it('leaves out what stayed', () => {
    const before = { households: 812, name: '凤鸣小区' };
    expect(changesOf(before, { households: 1200, name: '凤鸣小区' })).toEqual([
      { field: 'households', before: 812, after: 1200 },
    ]);
  });

  it('leaves out what is empty in both', () => {
    expect(changesOf(null, { note: null, name: 'a' })).toEqual([{ field: 'name', before: undefined, after: 'a' }]);
    expect(changesOf({ note: 'a' }, { note: null })).toEqual([{ field: 'note', before: 'a', after: null }]);
  });

  it('tells what is new and what is gone', () => {
    expect(changesOf(null, { name: 'a' })).toEqual([{ field: 'name', before: undefined, after: 'a' }]);
    expect(changesOf({ name: 'a' }, null)).toEqual([{ field: 'name', before: 'a', after: undefined }]);
    expect(changesOf(null, null)).toEqual([]);
  });
});

describe('codes in an audit line', () => {
  it('are looked up where words for that field stand; text and numbers are none', () => {
    expect(codesIn('role', 'auditor')).toEqual(['words.role.auditor']);
    expect(codesIn('kind', 'services')).toContain('words.import.services');
    expect(codesIn('reason', '岗位调整')).toEqual([]);
    expect(codesIn('rows', 12)).toEqual([]);
    expect(codesIn('name', 'auditor')).toEqual([]);
  });
});
