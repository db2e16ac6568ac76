import { sameFraction } from '../domain/ownership/fraction.js';
import type { ShareFacts } from '../writing/change.js';

/** Whether a unit is held by the same owners in the same way. */
export function sameShares(told: readonly ShareFacts[], known: readonly ShareFacts[]): boolean {
  const byOwner = new Map(known.map((share) => [share.ownerId, share]));
  return (
    told.length === known.length &&
    told.every(({ ownerId, share, guardianId, isRepresentative }) => {
      const before = byOwner.get(ownerId);
      return (
        before !== undefined &&
        sameFraction(share, before.share) &&
        guardianId === before.guardianId &&
        isRepresentative === before.isRepresentative
      );
    })
  );
}

/** Two spellings in a list may turn out to be one owner, who then holds the unit once. */
export function onceEach(shares: readonly ShareFacts[]): readonly ShareFacts[] {
  return shares.filter((share, at) => shares.findIndex(({ ownerId }) => ownerId === share.ownerId) === at);
}

/** Of the same owners as before, what the list does not tell stays: a share, a representative, a guardian. */
export function keptShares(told: readonly ShareFacts[], known: readonly ShareFacts[]): readonly ShareFacts[] {
  const byOwner = new Map(known.map((share) => [share.ownerId, share]));
  const isSameSet = told.length === known.length && told.every(({ ownerId }) => byOwner.has(ownerId));
  if (!isSameSet) return told;
  const namesOne = told.some(({ isRepresentative }) => isRepresentative);
  return told.map((each) => {
    const before = byOwner.get(each.ownerId);
    return {
      ownerId: each.ownerId,
      share: each.share ?? before?.share ?? null,
      isRepresentative: namesOne ? each.isRepresentative : (before?.isRepresentative ?? false),
      guardianId: each.guardianId ?? before?.guardianId ?? null,
    };
  });
}
