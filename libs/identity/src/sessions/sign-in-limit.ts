import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { Clock, TokenBuckets } from '#libs/platform';

/** Failed sign-ins per address: twenty at once, refilled within a minute. */
const RULE = { capacity: 20, refillMs: 60_000 };

/** Slows down whoever tries many logins from one address; the lock of a single login would not notice them. */
@Injectable()
export class SignInLimit {
  private readonly buckets = new TokenBuckets(RULE);

  constructor(private readonly clock: Clock) {}

  /**
   * Runs one sign-in from an address; one that succeeds does not count.
   * @throws DomainError `request.too-many` and whatever `work` throws
   */
  async within<T>(address: string, work: () => Promise<T>): Promise<T> {
    if (!this.buckets.take(address, this.clock.now().getTime())) throw new DomainError('request.too-many');
    const result = await work();
    this.buckets.giveBack(address, this.clock.now().getTime());
    return result;
  }
}
