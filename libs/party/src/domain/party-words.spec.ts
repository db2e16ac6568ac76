import { describe, expect, it } from '@jest/globals';
import { PARTY_ORGANISATION_WORDS, partyKindOf, partySubjectOf } from './party-words.js';

describe('kinds as lists write them', () => {
  it.each([
    ['独立党支部', 'own'],
    ['单独党支部', 'own'],
    ['党支部', 'own'],
    ['联合党支部', 'joint'],
    ['功能型党支部', 'function'],
    ['挂靠党支部', 'attached'],
    ['挂靠', 'attached'],
    ['党建指导员', 'instructor'],
    ['未建立', 'none'],
    ['无', 'none'],
    ['工会', null],
  ])('%s is %s', (words, kind) => {
    expect(partyKindOf(words)).toBe(kind);
  });

  it('reads back its own words', () => {
    for (const [kind, words] of Object.entries(PARTY_ORGANISATION_WORDS)) expect(partyKindOf(words)).toBe(kind);
  });

  it.each([
    ['业委会', 'committee'],
    ['物管会', 'committee'],
    ['物业企业', 'company'],
    ['物业公司', 'company'],
    ['社区', null],
  ])('%s is the subject %s', (words, subject) => {
    expect(partySubjectOf(words)).toBe(subject);
  });
});
