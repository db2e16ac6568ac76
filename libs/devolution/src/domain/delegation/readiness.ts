/** 承接准备: what a receiver needs before it can carry a power. */
export const READINESS_ITEMS = ['staff', 'training', 'seal', 'budget'] as const;

export type ReadinessItem = (typeof READINESS_ITEMS)[number];

/** What the receiver says of each item, signed with its acceptance. */
export type Readiness = Readonly<Record<ReadinessItem, boolean>>;

/** What is still missing; a power that was accepted with gaps is held, and shown as not ready. */
export function missingOf(readiness: Readiness): readonly ReadinessItem[] {
  return READINESS_ITEMS.filter((item) => !readiness[item]);
}
