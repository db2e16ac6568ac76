import { describe, expect, it } from '@jest/globals';
import { isPhoneTelling, spokenForBy, voiceIn } from './voice.js';

const share = (ownerId: string, guardianId: string | null = null): { ownerId: string; guardianId: string | null } => ({
  ownerId,
  guardianId,
});

describe('who speaks for a share', () => {
  it('is the owner, or the guardian in the place of a ward', () => {
    const shares = [share('A'), share('ward', 'mother')];
    expect(spokenForBy(shares, 'A')).toEqual(['A']);
    expect(spokenForBy(shares, 'mother')).toEqual(['ward']);
    expect(spokenForBy(shares, 'ward')).toEqual([]);
  });

  it('is nobody who is not on the register of the unit', () => {
    expect(spokenForBy([share('A')], 'tenant')).toEqual([]);
    expect(spokenForBy([], 'A')).toEqual([]);
  });

  it('is a mother for herself and for her child', () => {
    expect(spokenForBy([share('mother'), share('child', 'mother')], 'mother')).toEqual(['mother', 'child']);
  });
});

describe('the voice in a party', () => {
  const sole = { owners: ['A'], representative: 'A' };
  const couple = { owners: ['A', 'B'], representative: 'B' };

  it('casts for an owner alone, and for nobody of another party', () => {
    expect(voiceIn(sole, new Set(['A']))).toBe('casts');
    expect(voiceIn(sole, new Set(['B']))).toBeNull();
    expect(voiceIn(sole, new Set())).toBeNull();
  });

  it('is the representative’s among co-owners', () => {
    expect(voiceIn(couple, new Set(['B']))).toBe('casts');
    expect(voiceIn(couple, new Set(['A']))).toBe('another-casts');
    expect(voiceIn(couple, new Set(['A', 'B']))).toBe('casts');
  });

  it('waits until co-owners have named one, and casts where one acts for all of them', () => {
    expect(voiceIn({ ...couple, representative: null }, new Set(['A']))).toBe('representative-missing');
    expect(voiceIn({ ...couple, representative: null }, new Set(['A', 'B']))).toBe('casts');
  });
});

describe('a phone in the registers', () => {
  it('tells who somebody is for a couple, however many units they have, and not for three names', () => {
    expect(isPhoneTelling(['a', 'a', 'b', 'a'])).toBe(true);
    expect(isPhoneTelling(['a', 'b', 'c'])).toBe(false);
  });
});
