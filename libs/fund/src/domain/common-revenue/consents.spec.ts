import { describe, expect, it } from '@jest/globals';
import {
  consentFault,
  consentsNeeded,
  isAgreed,
  ownersSeat,
  PARTIES,
  partiesOf,
  type ConsentFacts,
  type Consenting,
} from './consents.js';

const FACTS: ConsentFacts = { parties: PARTIES, seat: 'committee', consents: [], isOver: false };
const by = (more: Partial<Consenting>): Consenting => {
  return { id: 'me', party: 'company', speaksFor: ['company'], hasPaper: false, ...more };
};

describe('the three parties of an account', () => {
  it('are two where the compound looks after itself, and the residents’ committee sits in an empty seat', () => {
    expect(partiesOf({ hasCompany: true })).toEqual(['committee', 'company', 'sub-district']);
    expect(partiesOf({ hasCompany: false })).toEqual(['committee', 'sub-district']);
    expect([ownersSeat(true), ownersSeat(false)]).toEqual(['committee', 'community']);
  });

  it.each([
    [3, 3, 3],
    [2, 3, 2],
    [3, 2, 2],
    [1, 3, 2],
  ])('asks for %i of %i: %i', (least, there, needed) => {
    expect(consentsNeeded(least, PARTIES.slice(0, there))).toBe(needed);
  });
});

describe('a consent', () => {
  it.each<[string, Partial<ConsentFacts>, Partial<Consenting>, string | null]>([
    ['of one’s own party', {}, {}, null],
    ['of another party', {}, { party: 'sub-district' }, 'common-revenue.not-of-party'],
    ['after the end', { isOver: true }, {}, 'common-revenue.withdrawal-over'],
    ['of a firm where there is none', { parties: ['committee', 'sub-district'] }, {}, 'common-revenue.no-such-party'],
    ['a second time', { consents: [{ party: 'company', byId: 'x' }] }, {}, 'common-revenue.consented-before'],
    [
      'of one person for two parties',
      { consents: [{ party: 'committee', byId: 'me' }] },
      {},
      'common-revenue.one-person-one-party',
    ],
    ['on paper for the firm', {}, { hasPaper: true }, 'common-revenue.paper-of-committee'],
    ['on paper, recorded by the firm', {}, { party: 'committee', hasPaper: true }, 'common-revenue.paper-of-committee'],
    ['on paper, recorded by the street', {}, { party: 'committee', speaksFor: ['sub-district'], hasPaper: true }, null],
    [
      'on paper for a residents’ committee, which signs in',
      { seat: 'community' },
      { party: 'committee', speaksFor: ['sub-district'], hasPaper: true },
      'common-revenue.paper-of-committee',
    ],
  ])('%s', (_, facts, consenting, fault) => {
    expect(consentFault({ ...FACTS, ...facts }, by(consenting))).toBe(fault);
  });

  it('is never enough without the owners’ seat', () => {
    const of = (...parties: readonly (typeof PARTIES)[number][]): { party: (typeof PARTIES)[number]; byId: string }[] =>
      parties.map((party) => ({ party, byId: party }));
    expect(isAgreed(of('company', 'sub-district'), 2)).toBe(false);
    expect(isAgreed(of('committee', 'company'), 3)).toBe(false);
    expect(isAgreed(of('committee', 'company'), 2)).toBe(true);
    expect(isAgreed(of('committee', 'company', 'sub-district'), 3)).toBe(true);
  });
});
