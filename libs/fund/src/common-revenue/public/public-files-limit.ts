import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { Clock, TokenBuckets } from '#libs/platform';

/** Files per address: sixty at once, which a building behind one address needs, refilled within a minute. */
const RULE = { capacity: 60, refillMs: 60_000 };

/** Printing a statement costs far more than reading a page: nobody keeps the installation busy with it. */
@Injectable()
export class PublicRevenueFilesLimit {
  private readonly buckets = new TokenBuckets(RULE);

  constructor(private readonly clock: Clock) {}

  /** @throws DomainError `request.too-many` */
  take(address: string): void {
    if (!this.buckets.take(address, this.clock.now().getTime())) throw new DomainError('request.too-many');
  }
}
