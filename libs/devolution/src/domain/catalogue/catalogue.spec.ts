import { describe, expect, it } from '@jest/globals';
import { editionFault } from './edition-rules.js';
import { asksRemedyNotice, levelsOf, type Power } from './power.js';
import { STANDARD_EDITION } from './standard-edition.js';

function power(code: string): Power {
  const found = STANDARD_EDITION.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
}

describe('the standard edition', () => {
  it('is WY-01 to WY-21, each once', () => {
    const codes = Array.from({ length: 21 }, (_, index) => `WY-${String(index + 1).padStart(2, '0')}`);
    expect(STANDARD_EDITION.map(({ code }) => code)).toEqual(codes);
  });

  it('has three filings, four approvals, four guidances, seven supervisions, and one of each of the rest', () => {
    const count = new Map<string, number>();
    for (const { kind } of STANDARD_EDITION) count.set(kind, (count.get(kind) ?? 0) + 1);
    expect(Object.fromEntries(count)).toEqual({
      filing: 3,
      approval: 4,
      guidance: 4,
      supervision: 7,
      emergency: 1,
      mediation: 1,
      enforcement: 1,
    });
  });

  it('keeps the hard limits on devolution, and names a record and an article for every power', () => {
    for (const each of STANDARD_EDITION) {
      expect([each.code, editionFault(each)]).toEqual([each.code, null]);
      expect(each.legalBasis.length).toBeGreaterThan(5);
      expect(each.recordKind).toMatch(/^[a-z_]+$/);
    }
    expect(new Set(STANDARD_EDITION.map(({ recordKind }) => recordKind)).size).toBe(21);
  });

  it('lets communities hold WY-16 and WY-20 in their own name, help with others, and never license or punish', () => {
    const modes = (mode: Power['communityMode']): string[] =>
      STANDARD_EDITION.filter(({ communityMode }) => communityMode === mode).map(({ code }) => code);
    expect(modes('POLICY_TASK')).toEqual(['WY-16', 'WY-20']);
    expect(modes(null)).toEqual(['WY-01', 'WY-04', 'WY-06', 'WY-08', 'WY-09', 'WY-11', 'WY-12', 'WY-21']);
    expect(levelsOf(power('WY-21'))).toEqual(['county', 'township']);
    expect(levelsOf(power('WY-16'))).toEqual(['city', 'county', 'township', 'village']);
  });

  it('asks for the notice of remedies in approvals, supervision and enforcement alone', () => {
    expect(
      ['WY-06', 'WY-09', 'WY-21', 'WY-04', 'WY-16', 'WY-15', 'WY-20'].map((code) => asksRemedyNotice(power(code).kind)),
    ).toEqual([true, true, true, false, false, false, false]);
  });
});

describe('a city edition', () => {
  it.each([
    ['WY-21', { legalMode: 'LOCAL_REGULATION' }, 'power.penalty-mode'],
    ['WY-21', { communityMode: 'ASSISTANCE' }, 'power.community-penalty'],
    ['WY-17', { legalMode: 'PROVINCIAL_PENALTY_DECISION' }, 'power.community-penalty'],
    ['WY-11', { communityMode: 'ASSISTANCE' }, 'power.community-licence'],
    ['WY-04', { communityMode: 'POLICY_TASK' }, 'power.community-task'],
    ['WY-04', { legalMode: 'ASSISTANCE' }, 'power.assistance-refused'],
    ['WY-16', { communityMode: 'POLICY_TASK' }, null],
    ['WY-04', { communityMode: 'ASSISTANCE' }, null],
  ] as const)('%s with %j is %s', (code, change, fault) => {
    expect(editionFault({ ...power(code), ...change })).toBe(fault);
  });
});
