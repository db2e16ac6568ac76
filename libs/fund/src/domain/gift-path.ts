import type { Use } from './uses.js';

/** Gifts as they came in, and payments as they went out, in the order of the book. */
export interface Gift {
  readonly id: string;
  readonly amount: bigint;
  /** The number of its entry. */
  readonly at: bigint;
  /** The only use, or project, that its giver allows. */
  readonly use: Use | null;
  readonly projectId: string | null;
}

export interface Outlay {
  readonly id: string;
  readonly amount: bigint;
  readonly at: bigint;
  readonly use: Use | null;
  readonly projectId: string | null;
}

/** How much of a gift went into which payment. */
export interface Share {
  readonly outlayId: string;
  readonly amount: bigint;
}

function mayPay(gift: Gift, outlay: Outlay): boolean {
  if (gift.at > outlay.at) return false;
  if (gift.projectId !== null) return gift.projectId === outlay.projectId;
  return gift.use === null || gift.use === outlay.use;
}

/** Where each gift went: what was bound goes first, then first in, first out. */
export function pathsOf(gifts: readonly Gift[], outlays: readonly Outlay[]): ReadonlyMap<string, readonly Share[]> {
  const byAge = (one: { readonly at: bigint }, other: { readonly at: bigint }): number => (one.at < other.at ? -1 : 1);
  const isBound = ({ use, projectId }: Gift): boolean => use !== null || projectId !== null;
  const left = new Map(gifts.map(({ id, amount }) => [id, amount]));
  const paths = new Map<string, Share[]>(gifts.map(({ id }) => [id, []]));
  const oldest = gifts.toSorted(byAge);
  const inTurn = [...oldest.filter(isBound), ...oldest.filter((gift) => !isBound(gift))];
  for (const outlay of outlays.toSorted(byAge)) {
    let open = outlay.amount;
    for (const gift of inTurn) {
      const has = left.get(gift.id) ?? 0n;
      if (open === 0n) break;
      if (has === 0n || !mayPay(gift, outlay)) continue;
      const amount = has < open ? has : open;
      left.set(gift.id, has - amount);
      open -= amount;
      paths.get(gift.id)?.push({ outlayId: outlay.id, amount });
    }
  }
  return paths;
}
