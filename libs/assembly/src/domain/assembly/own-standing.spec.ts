import { describe, expect, it } from '@jest/globals';
import { capacityOf, ownStanding, voiceRefusal, voiceUnder, type PartyFacts } from './own-standing.js';

const RULES = { channelPolicy: 'ELECTRONIC_PREVAILS', mayChange: false } as const;
const FRESH: PartyFacts = {
  ...{ voice: 'casts', isSold: false, isSlipOut: false, isDisputed: false, standing: null },
};
const BY_PHONE = { id: 'b1', channel: 'phone', isOwn: true } as const;
const OF_SELLER = { ...BY_PHONE, isOwn: false };
const ON_PAPER = { id: 'b1', channel: 'paper', isOwn: false } as const;

describe('what an owner may do for a party', () => {
  it.each([
    ['nobody has voted', FRESH, 'may-cast'],
    ['it has voted', { ...FRESH, standing: BY_PHONE }, 'has-voted'],
    ['its slip of paper is out', { ...FRESH, isSlipOut: true }, 'paper-out'],
    ['its slip was keyed, and the electronic ballot prevails', { ...FRESH, standing: ON_PAPER }, 'may-change'],
    ['a co-owner casts', { ...FRESH, voice: 'another-casts' }, 'another-casts'],
    ['a co-owner has cast', { ...FRESH, voice: 'another-casts', standing: BY_PHONE }, 'has-voted'],
    ['nobody was named to cast', { ...FRESH, voice: 'representative-missing' }, 'representative-missing'],
    ['it was sold before it voted', { ...FRESH, isSold: true }, 'sold'],
    ['it was sold after it voted', { ...FRESH, isSold: true, standing: BY_PHONE }, 'has-voted'],
    ['it was bought before it voted', { ...FRESH, voice: 'bought', isSold: true }, 'may-cast'],
    ['it was bought after it voted', { ...FRESH, voice: 'bought', standing: OF_SELLER }, 'has-voted'],
  ] as const)('where %s', (_, facts, expected) => {
    expect(ownStanding(facts, RULES)).toBe(expected);
  });

  it('is to change where the published rules allow it, but never what a seller has cast', () => {
    const rules = { ...RULES, mayChange: true };
    expect(ownStanding({ ...FRESH, standing: BY_PHONE }, rules)).toBe('may-change');
    expect(ownStanding({ ...FRESH, voice: 'bought', standing: BY_PHONE }, rules)).toBe('may-change');
    expect(ownStanding({ ...FRESH, voice: 'bought', standing: OF_SELLER }, rules)).toBe('has-voted');
  });

  it('never lets anybody replace what was cast by whoever has the voice', () => {
    const cast = { ...FRESH, standing: OF_SELLER };
    expect(voiceRefusal({ ...cast, voice: 'another-casts' })).toBe('another-casts');
    expect(voiceRefusal({ ...cast, voice: 'bought' })).toBe('already-cast');
    expect(voiceRefusal({ ...cast, isSold: true })).toBe('sold');
    expect(voiceRefusal(cast)).toBeNull();
  });

  it('of co-owners without a representative is for any of them, as the rules say, and then for all to agree', () => {
    expect([
      voiceUnder('representative-missing', { coOwners: 'ANY_UNLESS_DISPUTED' }),
      voiceUnder('representative-missing', {}),
      voiceUnder('another-casts', { coOwners: 'ANY_UNLESS_DISPUTED' }),
    ]).toEqual(['co-owner', 'representative-missing', 'another-casts']);
    const one: PartyFacts = { ...FRESH, voice: 'co-owner', standing: BY_PHONE };
    const other: PartyFacts = { ...one, standing: OF_SELLER };
    const rules = { ...RULES, mayChange: true };
    expect([ownStanding({ ...one, standing: null }, RULES), ownStanding(one, RULES), ownStanding(one, rules)]).toEqual([
      ...['may-cast', 'has-voted', 'may-change'],
    ]);
    expect([ownStanding(other, rules), voiceRefusal(other)]).toEqual(['co-owner-cast', 'co-owner-cast']);
    const disputed = { isDisputed: true };
    expect([ownStanding({ ...one, ...disputed }, rules), voiceRefusal({ ...one, ...disputed })]).toEqual([
      ...['disputed', 'co-owner-cast'],
    ]);
    // Whom they named meanwhile casts anew for all of them.
    expect(ownStanding({ ...other, ...disputed, voice: 'casts' }, RULES)).toBe('may-change');
  });

  it('is nothing where paper came first and the first counts', () => {
    expect(ownStanding({ ...FRESH, standing: ON_PAPER }, { ...RULES, channelPolicy: 'FIRST_CAST' })).toBe('has-voted');
  });
});

it('whoever casts does so as owner, for co-owners, for a ward, or in the place of the seller', () => {
  const of = { voice: 'casts', asGuardian: false, isShared: false } as const;
  expect([
    capacityOf(of),
    capacityOf({ ...of, isShared: true }),
    capacityOf({ ...of, asGuardian: true }),
    capacityOf({ ...of, voice: 'bought' }),
  ]).toEqual(['owner', 'representative', 'guardian', 'successor']);
});
