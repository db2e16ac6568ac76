import { describe, expect, it } from '@jest/globals';
import { TokenBuckets } from './token-buckets.js';

const RULE = { capacity: 20, refillMs: 60_000 };

function tries(buckets: TokenBuckets, times: number, now: number): boolean[] {
  return Array.from({ length: times }, () => buckets.take('10.0.0.1', now));
}

describe('token buckets', () => {
  it('lets twenty through at once, refuses the next, and lets one more through after three seconds', () => {
    const buckets = new TokenBuckets(RULE);
    expect(tries(buckets, 21, 0)).toEqual([...Array<boolean>(20).fill(true), false]);
    expect(buckets.take('10.0.0.1', 2_999)).toBe(false);
    expect(tries(buckets, 2, 3_000)).toEqual([true, false]);
  });

  it('keeps addresses apart', () => {
    const buckets = new TokenBuckets(RULE);
    tries(buckets, 20, 0);
    expect(buckets.take('10.0.0.2', 0)).toBe(true);
  });

  it('never holds more than its capacity, however long it waits or however much is given back', () => {
    const buckets = new TokenBuckets(RULE);
    buckets.take('10.0.0.1', 0);
    buckets.giveBack('10.0.0.1', 0);
    buckets.giveBack('10.0.0.1', 3_600_000);
    expect(tries(buckets, 21, 3_600_000).filter(Boolean)).toHaveLength(20);
  });

  it('does not count a try that was given back', () => {
    const buckets = new TokenBuckets(RULE);
    for (let each = 0; each < 100; each += 1) {
      expect(buckets.take('10.0.0.1', 0)).toBe(true);
      buckets.giveBack('10.0.0.1', 0);
    }
  });
});
