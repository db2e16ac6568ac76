import { describe, expect, it } from '@jest/globals';
import { RULE_PACK } from '#libs/law';
import { officeLimitsOn } from './limits.js';
import { consentsNeeded, requireConsent, sealStateOf, type ConsentFacts } from './seals.js';

const limits = officeLimitsOn(RULE_PACK, '2026-11-23');
const asked: ConsentFacts = { members: 5, needed: 3, agreed: 0, refused: 0, isUsed: false };

describe('the use of a seal', () => {
  it('needs more than half of the members: three of five, four of six', () => {
    expect([3, 5, 6, 7].map((members) => consentsNeeded(members, limits))).toEqual([2, 3, 4, 4]);
  });

  it('waits at one consent too few, and is agreed at the last one', () => {
    expect(sealStateOf({ ...asked, agreed: 2 })).toBe('waiting');
    expect(sealStateOf({ ...asked, agreed: 3 })).toBe('agreed');
    expect(sealStateOf({ ...asked, agreed: 3, isUsed: true })).toBe('used');
  });

  it('is refused as soon as it cannot be carried any more', () => {
    expect([2, 3].map((refused) => sealStateOf({ ...asked, refused }))).toEqual(['waiting', 'refused']);
  });

  it('hears each member once, none who is concerned, and nobody once it is over', () => {
    const me = { personId: 'p1', name: '甲' };
    const none = new Set<string>();
    const open = { state: 'waiting' as const, recused: none, said: none };
    expect(() => requireConsent(me, open)).not.toThrow();
    expect(() => requireConsent(me, { ...open, said: new Set(['p1']) })).toThrow('committee-seal.said');
    expect(() => requireConsent(me, { ...open, recused: new Set(['p1']) })).toThrow('committee-seal.recused');
    expect(() => requireConsent(me, { ...open, state: 'used' })).toThrow('committee-seal.not-waiting');
  });
});
