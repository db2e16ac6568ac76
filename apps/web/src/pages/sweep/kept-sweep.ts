import type { Door } from '../../api/votes/ballots.js';
import type { DoorResult } from '../../api/votes/sweep.js';

const PREFIX = 'jiayuan.sweep.';
const DAY_MS = 86_400_000;

/** A door as the phone keeps it: what it is called and how far it has come; no name and no phone of anybody. */
export type KeptDoor = Pick<
  Door,
  'party' | 'label' | 'building' | 'stairway' | 'attempts' | 'lastOutcome' | 'isDelivered' | 'hasVoted'
>;

/** What somebody has to know of a result once it was sent. */
export interface Notice {
  readonly key: string;
  readonly label: string;
  readonly remark: string | null;
  /** Why it was refused. */
  readonly sentence: string | null;
}

/** The list of one assembly on this phone, with what was written down and not sent yet. */
export interface KeptSweep {
  readonly savedAt: string | null;
  /** When the phone forgets it, whoever holds it by then. */
  readonly until: string | null;
  readonly doors: readonly KeptDoor[];
  readonly waiting: readonly DoorResult[];
  readonly notices: readonly Notice[];
}

export const NOTHING_KEPT: KeptSweep = { savedAt: null, until: null, doors: [], waiting: [], notices: [] };

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Each person's own, so that a phone that is handed on shows nobody's list to another. */
export function keyOf(userId: string, assemblyId: string): string {
  return `${PREFIX}${userId}.${assemblyId}`;
}

/** What this phone keeps; damaged or foreign text counts as nothing. */
export function readKept(shelf: Shelf, key: string): KeptSweep {
  try {
    const kept = JSON.parse(shelf.getItem(key) ?? 'null') as KeptSweep | null;
    return kept && Array.isArray(kept.doors) && Array.isArray(kept.waiting)
      ? { ...NOTHING_KEPT, ...kept }
      : NOTHING_KEPT;
  } catch {
    return NOTHING_KEPT;
  }
}

/** @returns whether there was room for it */
export function keep(shelf: Shelf, key: string, kept: KeptSweep): boolean {
  try {
    shelf.setItem(key, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

function keysOf(shelf: Shelf): string[] {
  const keys = Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '');
  return keys.filter((key) => key.startsWith(PREFIX));
}

/** Whoever signs out leaves nothing on the phone. */
export function forgetSweeps(shelf: Shelf): void {
  for (const key of keysOf(shelf)) shelf.removeItem(key);
}

/** How long a list stays: a day beyond the end of its vote, or a day where the vote has no end yet. */
export function untilOf(closesAt: string | null, now: number): string {
  return new Date((closesAt === null ? now : Date.parse(closesAt)) + DAY_MS).toISOString();
}

/** A phone that nobody signed out of forgets by itself whose time is over, and what it cannot read. */
export function forgetEndedSweeps(shelf: Shelf, now: number): void {
  for (const key of keysOf(shelf)) {
    const { until } = readKept(shelf, key);
    if (until === null || Date.parse(until) <= now) shelf.removeItem(key);
  }
}

/** A door as it stands with what was written down here and is not sent yet. */
export function withWaiting(door: KeptDoor, waiting: readonly DoorResult[]): KeptDoor {
  const own = waiting.filter(({ partyId }) => partyId === door.party);
  const last = own.at(-1);
  if (!last) return door;
  return {
    ...door,
    attempts: door.attempts + own.length,
    lastOutcome: last.outcome,
    isDelivered: door.isDelivered || own.some(({ outcome }) => outcome === 'delivered'),
  };
}

export interface StairwayProgress {
  readonly building: string | null;
  readonly stairway: string | null;
  readonly doors: number;
  readonly tried: number;
  readonly reached: number;
  readonly voted: number;
  /** Doors to which nobody has to go any more: reached, or voted. */
  readonly settled: number;
}

/** How far each stairway has come, by the doors on this phone. */
export function progressOf(doors: readonly KeptDoor[]): readonly StairwayProgress[] {
  const lines = new Map<string, StairwayProgress>();
  for (const { building, stairway, attempts, lastOutcome, isDelivered, hasVoted } of doors) {
    const key = JSON.stringify([building, stairway]);
    const line = lines.get(key) ?? { building, stairway, doors: 0, tried: 0, reached: 0, voted: 0, settled: 0 };
    // A reminder is no visit.
    const isTried = attempts > 0 && lastOutcome !== 'sent';
    lines.set(key, {
      ...{ building, stairway, doors: line.doors + 1, tried: line.tried + Number(isTried) },
      ...{ reached: line.reached + Number(isDelivered), voted: line.voted + Number(hasVoted) },
      settled: line.settled + Number(isDelivered || hasVoted),
    });
  }
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return [...lines.values()].sort(
    (one, other) =>
      order.compare(one.building ?? '~', other.building ?? '~') ||
      order.compare(one.stairway ?? '', other.stairway ?? ''),
  );
}
