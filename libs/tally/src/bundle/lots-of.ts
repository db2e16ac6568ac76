import type { DrawnLot, Motion, Poll } from './bundle.js';

/** The lots of the elections that these motions belong to, as a bundle holds them; nothing where there are none. */
export function lotsOf(
  { lots = [] }: Pick<Poll, 'lots'>,
  motions: readonly Pick<Motion, 'id'>[],
): { readonly lots?: readonly DrawnLot[] } {
  const elections = new Set(motions.map(({ id }) => id.split('/')[0]));
  const drawn = lots.filter(({ motion }) => elections.has(motion));
  return drawn.length > 0 ? { lots: drawn } : {};
}
