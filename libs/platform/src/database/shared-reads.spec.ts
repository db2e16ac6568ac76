import { describe, expect, it } from '@jest/globals';
import { SharedReads } from './shared-reads.js';

/** Reads that end when they are told to; each answers with what was true when it began. */
function slowReads() {
  const state = { truth: 0, begun: 0 };
  const ends: (() => void)[] = [];
  const reads = new SharedReads<string, number>(() => {
    const seen = state.truth;
    state.begun += 1;
    return new Promise((resolve, reject) => ends.push(() => (seen < 0 ? reject(new Error('lost')) : resolve(seen))));
  });
  const endOne = async (): Promise<void> => {
    ends.shift()?.();
    // The next read begins at the end of this turn.
    for (let turns = 0; turns < 2; turns += 1) await new Promise(setImmediate);
  };
  return { state, reads, endOne };
}

describe('shared reads', () => {
  it('cost a crowd two reads, and answer nobody with what was read before they asked', async () => {
    const { state, reads, endOne } = slowReads();
    const first = reads.of('city');
    state.truth = 1;
    const crowd = Array.from({ length: 50 }, () => reads.of('city'));
    await endOne();
    const later = reads.of('city');
    state.truth = 2;
    await endOne();
    await endOne();
    expect([await first, ...new Set(await Promise.all(crowd))]).toEqual([0, 1]);
    expect([await later, state.begun]).toEqual([2, 3]);
  });

  it('begin at once where nothing is under way, and for each key alone', async () => {
    const { state, reads, endOne } = slowReads();
    const both = Promise.all([reads.of('a'), reads.of('b')]);
    expect(state.begun).toBe(2);
    await endOne();
    await endOne();
    expect(await both).toEqual([0, 0]);
    const again = reads.of('a');
    expect(state.begun).toBe(3);
    await endOne();
    await again;
  });

  it('go on after one that failed', async () => {
    const { state, reads, endOne } = slowReads();
    state.truth = -1;
    const lost = reads.of('city');
    const next = reads.of('city');
    state.truth = 7;
    const told = expect(lost).rejects.toThrow('lost');
    await endOne();
    await endOne();
    await told;
    expect(await next).toBe(7);
  });
});
