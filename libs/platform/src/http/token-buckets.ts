import { BoundedMap } from './bounded-map.js';

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** How often an address may try: `capacity` tries at once, refilled evenly over `refillMs`. */
export interface BucketRule {
  readonly capacity: number;
  readonly refillMs: number;
}

/** One bucket of tries per address; the addresses longest unseen are forgotten first. */
export class TokenBuckets {
  private readonly buckets = new BoundedMap<string, Bucket>(10_000);

  constructor(private readonly rule: BucketRule) {}

  /** Takes one try; false when none is left at `now` (milliseconds). */
  take(address: string, now: number): boolean {
    const left = this.left(address, now);
    if (left < 1) return false;
    this.buckets.set(address, { left: left - 1, at: now });
    return true;
  }

  /** Gives one try back: an office of a hundred people behind one address is no guesser. */
  giveBack(address: string, now: number): void {
    this.buckets.set(address, { left: Math.min(this.rule.capacity, this.left(address, now) + 1), at: now });
  }

  private left(address: string, now: number): number {
    const bucket = this.buckets.get(address);
    if (!bucket) return this.rule.capacity;
    const refilled = ((now - bucket.at) * this.rule.capacity) / this.rule.refillMs;
    return Math.min(this.rule.capacity, bucket.left + Math.max(0, refilled));
  }
}
