import type { Day } from '#libs/kernel';

/** Who stands for an owner; staff of the manager may not (舟山), since they serve the one who is judged. */
export const PROXY_KINDS = ['owner', 'relative', 'other', 'manager-staff'] as const;
export type ProxyKind = (typeof PROXY_KINDS)[number];

/** A written proxy (民法典第一百六十五条): who, for what, and from when to when. */
export interface Proxy {
  readonly id: string;
  readonly partyId: string;
  /** The same person has the same key, whoever registers them. */
  readonly holderKey: string;
  readonly from: Day;
  readonly to: Day;
  readonly isRevoked: boolean;
}

export type ProxyFault = 'proxy.manager-staff' | 'proxy.over-limit' | 'proxy.own-party' | 'proxy.already-given';

/** The parties for whom somebody stands. */
export function principalsOf(proxies: readonly Proxy[], holderKey: string): number {
  return new Set(proxies.filter((each) => !each.isRevoked && each.holderKey === holderKey).map((each) => each.partyId))
    .size;
}

export interface NewProxy {
  readonly partyId: string;
  readonly holderKey: string;
  readonly holderKind: ProxyKind;
  readonly holderPartyId: string | null;
}

/** Why a proxy cannot be taken: the first ones stand, whatever is over the limit is void. */
export function proxyFault(proxies: readonly Proxy[], wanted: NewProxy, most: number): ProxyFault | null {
  if (wanted.holderKind === 'manager-staff') return 'proxy.manager-staff';
  if (wanted.holderPartyId === wanted.partyId) return 'proxy.own-party';
  if (proxies.some((each) => !each.isRevoked && each.partyId === wanted.partyId)) return 'proxy.already-given';
  return principalsOf(proxies, wanted.holderKey) >= most ? 'proxy.over-limit' : null;
}

/** The proxy under which somebody may cast for a party on a day, or null. */
export function proxyInForce(proxies: readonly Proxy[], partyId: string, on: Day): Proxy | null {
  return (
    proxies.find((each) => each.partyId === partyId && !each.isRevoked && each.from <= on && on <= each.to) ?? null
  );
}
