import { randomFillSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import { Clock } from './clock.js';

/** Makes UUIDv7 ids: they sort by time, and rules can be tested without a database. */
@Injectable()
export class Ids {
  private readonly random = new Uint8Array(10);
  private lastMs = 0;
  private sequence = 0;

  constructor(private readonly clock: Clock) {}

  /** The next id; within one millisecond the first random bits count upwards, so that order is kept. */
  next(): string {
    const now = this.clock.now().getTime();
    randomFillSync(this.random);
    this.sequence = now === this.lastMs ? this.sequence + 1 : 0;
    this.lastMs = now;
    this.random[0] = (this.sequence >> 8) & 0x0f;
    this.random[1] = this.sequence & 0xff;
    return newId(now, this.random);
  }
}
