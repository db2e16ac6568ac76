import { describe, expect, it } from '@jest/globals';
import { principalsOf, proxyFault, proxyInForce, type NewProxy, type Proxy } from './proxies.js';

const of = (partyId: string, more: Partial<Proxy> = {}): Proxy => ({
  ...{ id: partyId, partyId, holderKey: '王五', from: '2026-11-01', to: '2026-11-30', isRevoked: false },
  ...more,
});
const WANTED: NewProxy = { partyId: 'p4', holderKey: '王五', holderKind: 'owner', holderPartyId: 'p9' };

describe('a proxy', () => {
  it('§9 example 21: over the limit of three the fourth is void', () => {
    const three = [of('p1'), of('p2'), of('p3')];
    expect(principalsOf(three, '王五')).toBe(3);
    expect(proxyFault(three, WANTED, 3)).toBe('proxy.over-limit');
    expect(proxyFault(three, { ...WANTED, holderKey: '赵六' }, 3)).toBeNull();
    expect(proxyFault(three.slice(1), WANTED, 3)).toBeNull();
  });

  it('that was revoked makes room', () => {
    expect(proxyFault([of('p1'), of('p2'), of('p3', { isRevoked: true })], WANTED, 3)).toBeNull();
  });

  it.each<[string, Partial<NewProxy>, string]>([
    ['staff of the manager', { holderKind: 'manager-staff' }, 'proxy.manager-staff'],
    ['the owner in person', { holderPartyId: 'p4' }, 'proxy.own-party'],
    ['a second one of the same owner', { partyId: 'p1' }, 'proxy.already-given'],
  ])('is not taken for %s', (_, more, fault) => {
    expect(proxyFault([of('p1')], { ...WANTED, ...more }, 3)).toBe(fault);
  });

  it('holds in its days, until it is revoked', () => {
    const proxies = [of('p1'), of('p2', { isRevoked: true })];
    expect(
      ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((on) => proxyInForce(proxies, 'p1', on)?.id),
    ).toEqual([...[undefined, 'p1', 'p1', undefined]]);
    expect(proxyInForce(proxies, 'p2', '2026-11-10')).toBeNull();
  });
});
