import { randomFillSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import { Clock } from './clock.js';

/** Random bytes of one id, besides the two of the counter. */
const RANDOM_BYTES = 8;

/** Makes UUIDv7 ids: they sort by time, and rules can be tested without a database. */
@Injectable()
export class Ids {
  private readonly random = new Uint8Array(10);
  /** Random bytes drawn for many ids at once: one draw costs as much as ten ids. */
  private readonly pool = new Uint8Array(RANDOM_BYTES * 1024);
  private drawn = this.pool.length;
  private lastMs = 0;
  private sequence = 0;

  constructor(private readonly clock: Clock) {}

  /** The next id; within one millisecond the first random bits count upwards, so that order is kept. */
  next(): string {
    const now = this.clock.now().getTime();
    this.draw();
    this.sequence = now === this.lastMs ? this.sequence + 1 : 0;
    this.lastMs = now;
    this.random[0] = (this.sequence >> 8) & 0x0f;
    this.random[1] = this.sequence & 0xff;
    return newId(now, this.random);
  }

  /** Fills what follows the counter with fresh random bytes. */
  private draw(): void {
    if (this.drawn === this.pool.length) {
      randomFillSync(this.pool);
      this.drawn = 0;
    }
    this.random.set(this.pool.subarray(this.drawn, this.drawn + RANDOM_BYTES), 2);
    this.drawn += RANDOM_BYTES;
  }
}
