import { describe, expect, it } from '@jest/globals';
import { rulesOfVote, withOwnNotice } from './meeting-rules.js';

const OWN = { id: 'v2', title: '凤凰小区业主大会议事规则', effectiveFrom: '2026-01-01', noticeDays: 20 } as const;

describe('the rules of a vote', () => {
  it('are the safest ones where nobody says anything', () => {
    expect(rulesOfVote({}, null, 3)).toEqual({
      ...{ channelPolicy: 'ELECTRONIC_PREVAILS', deemedRule: 'NONE', deemedClause: null, invalid: 'exclude' },
      ...{ mayChange: false, coOwners: 'ANY_UNLESS_DISPUTED', isSecret: true, mayLookEarly: false },
      ...{ countsParking: false, rulesClause: null, proxyPrincipalsMost: 3 },
    });
  });

  it('are those of the compound, and name their version', () => {
    const rules = { mayChange: true, rulesClause: '第九条', proxyPrincipalsMost: 2 };
    expect(rulesOfVote({}, { ...OWN, rules }, 3)).toMatchObject({ ...rules, laidDown: { ...OWN, departs: [] } });
  });

  it('tell what the organiser laid down otherwise, and nothing that the compound leaves open', () => {
    const rules = { mayChange: true, proxyPrincipalsMost: 2, invalid: 'exclude' } as const;
    const asked = { mayChange: false, invalid: 'exclude', isSecret: false } as const;
    const told = rulesOfVote(asked, { ...OWN, rules }, 3);
    expect(told).toMatchObject({ mayChange: false, isSecret: false, proxyPrincipalsMost: 2 });
    expect(told.laidDown?.departs).toEqual(['mayChange']);
  });
});

describe('the days of a notice', () => {
  const law = { noticeDays: 15, noticeSafeDays: 16 };

  it.each([
    [null, law],
    [10, law],
    [15, law],
    [20, { noticeDays: 20, noticeSafeDays: 21 }],
  ])('of rules that ask for %s are never fewer than those of the law', (noticeDays, expected) => {
    expect(withOwnNotice(law, { noticeDays })).toEqual(expected);
  });
});
