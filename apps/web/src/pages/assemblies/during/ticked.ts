import type { Motion } from '../../../api/votes/assemblies.js';
import type { KeyedSlip } from '../../../api/votes/ballots.js';

/** What is ticked, by motion. */
export type Ticked = Readonly<Record<string, readonly string[]>>;

/** Whether every motion is answered, abstaining included; how many may be ticked the server says. */
export function isAnswered(motions: readonly Pick<Motion, 'id'>[], ticked: Ticked): boolean {
  return motions.every(({ id }) => (ticked[id] ?? []).length > 0);
}

export function answersOf(motions: readonly Pick<Motion, 'id'>[], ticked: Ticked): KeyedSlip['answers'] {
  return motions.map(({ id }) => ({ motion: id, ticked: [...(ticked[id] ?? [])] }));
}

/** A slip that is not signed, or cannot be read, says so on every motion. */
export function invalidOn(motions: readonly Pick<Motion, 'id'>[]): Ticked {
  return Object.fromEntries(motions.map(({ id }) => [id, ['invalid']]));
}
