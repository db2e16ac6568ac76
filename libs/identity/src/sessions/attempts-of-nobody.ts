import { BoundedMap } from '#libs/platform';
import { Injectable } from '@nestjs/common';
import { afterFailure, NO_ATTEMPTS, type Attempts } from '../domain/lockout.js';

/**
 * Failures for logins that nobody has. They lock exactly as real ones do, or the lock would tell which logins exist;
 * forgotten at a restart, since there is nothing to protect.
 */
@Injectable()
export class AttemptsOfNobody {
  private readonly attempts = new BoundedMap<string, Attempts>(10_000);

  of(cityId: number, login: string): Attempts {
    return this.attempts.get(`${cityId} ${login}`) ?? NO_ATTEMPTS;
  }

  fail(cityId: number, login: string, now: Date): void {
    this.attempts.set(`${cityId} ${login}`, afterFailure(this.of(cityId, login), now));
  }
}
