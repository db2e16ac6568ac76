import { describe, expect, it } from '@jest/globals';
import type { DoorResult } from '../../api/votes/sweep.js';
import {
  forgetEndedSweeps,
  forgetSweeps,
  keep,
  keyOf,
  NOTHING_KEPT,
  progressOf,
  readKept,
  untilOf,
  withWaiting,
  type KeptDoor,
} from './kept-sweep.js';

class Shelf {
  private readonly kept = new Map<string, string>();
  constructor(private readonly room = Infinity) {}
  get length(): number {
    return this.kept.size;
  }
  key = (at: number): string | null => [...this.kept.keys()][at] ?? null;
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  removeItem = (key: string): void => void this.kept.delete(key);
  setItem = (key: string, text: string): void => {
    if (text.length > this.room) throw new Error('QuotaExceededError');
    this.kept.set(key, text);
  };
}

const door = (more: Partial<KeptDoor> = {}): KeptDoor => ({
  ...{ party: 'p1', label: '1-1-101', building: '1', stairway: '1', attempts: 0, lastOutcome: null },
  ...{ isDelivered: false, hasVoted: false, ...more },
});
const result = (more: Partial<DoorResult> = {}): DoorResult => ({
  ...{ key: 'k1', partyId: 'p1', outcome: 'failed', recipient: 'nobody', at: '2026-11-27T08:00:00Z', ...more },
});

describe('what a phone keeps of a sweep', () => {
  it('is there again as it was, for its person and assembly alone', () => {
    const shelf = new Shelf();
    const kept = { ...NOTHING_KEPT, savedAt: 'now', doors: [door()], waiting: [result()] };
    expect(keep(shelf, keyOf('u1', 'a1'), kept)).toBe(true);
    expect(readKept(shelf, keyOf('u1', 'a1'))).toEqual(kept);
    expect(readKept(shelf, keyOf('u2', 'a1'))).toEqual(NOTHING_KEPT);
  });

  it('is nothing where the text is damaged, and says when there is no room', () => {
    const shelf = new Shelf();
    for (const text of ['{', '7', '{"doors":1}']) {
      shelf.setItem('k', text);
      expect(readKept(shelf, 'k')).toEqual(NOTHING_KEPT);
    }
    expect(keep(new Shelf(10), 'k', NOTHING_KEPT)).toBe(false);
  });

  it('is gone at sign-out, and nothing else is', () => {
    const shelf = new Shelf();
    shelf.setItem('jiayuan.locale', 'en');
    for (const id of ['a', 'b']) keep(shelf, keyOf('u1', id), NOTHING_KEPT);
    forgetSweeps(shelf);
    expect([shelf.length, shelf.getItem('jiayuan.locale')]).toEqual([1, 'en']);
  });

  it('is gone by itself a day after the vote, with whatever is not readable', () => {
    const shelf = new Shelf();
    const now = Date.parse('2026-11-27T08:00:00Z');
    const of = (closesAt: string | null) => ({ ...NOTHING_KEPT, until: untilOf(closesAt, now) });
    keep(shelf, keyOf('u1', 'open'), of('2026-12-01T08:00:00Z'));
    keep(shelf, keyOf('u1', 'no-end'), of(null));
    keep(shelf, keyOf('u2', 'at-the-limit'), of('2026-11-26T08:00:00.001Z'));
    keep(shelf, keyOf('u2', 'over'), of('2026-11-26T08:00:00Z'));
    shelf.setItem(keyOf('u2', 'damaged'), '{');
    shelf.setItem('jiayuan.locale', 'en');
    forgetEndedSweeps(shelf, now);
    const left = Array.from({ length: shelf.length }, (_, at) => shelf.key(at)?.split('.').at(-1));
    expect(left).toEqual(['open', 'no-end', 'at-the-limit', 'locale']);
  });
});

describe('doors with what was not sent yet', () => {
  it('stand as they were written down', () => {
    const waiting = [result(), result({ key: 'k2', outcome: 'delivered', recipient: 'owner' })];
    expect(withWaiting(door(), waiting)).toMatchObject({ attempts: 2, lastOutcome: 'delivered', isDelivered: true });
    expect(withWaiting(door({ party: 'p2' }), waiting)).toEqual(door({ party: 'p2' }));
    expect(withWaiting(door({ isDelivered: true }), [result()])).toMatchObject({ isDelivered: true });
  });

  it('tell how far each stairway has come, 2 before 10; a reminder is no visit', () => {
    const doors = [
      door({ building: '10', attempts: 1, lastOutcome: 'failed' }),
      door({ building: '2', attempts: 1, lastOutcome: 'sent' }),
      door({ building: '2', attempts: 1, lastOutcome: 'delivered', isDelivered: true, hasVoted: true }),
    ];
    expect(progressOf(doors)).toEqual([
      { building: '2', stairway: '1', doors: 2, tried: 1, reached: 1, voted: 1, settled: 1 },
      { building: '10', stairway: '1', doors: 1, tried: 1, reached: 0, voted: 0, settled: 0 },
    ]);
  });
});
