import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { Clock, TokenBuckets } from '#libs/platform';
import { Entrance } from '../sessions/entrance.service.js';
import { SessionOpener, type OpenSession } from '../sessions/session-opener.js';
import { SignInLimit } from '../sessions/sign-in-limit.js';
import type { Device } from '../sessions/visit.js';
import { OwnerAccounts } from './owner-accounts.js';
import { OwnerCodes, type CodeOnItsWay } from './owner-codes.service.js';

/** Codes asked for from one address: a meeting behind one wireless network may, who sends to strangers may not. */
const RULE = { capacity: 60, refillMs: 600_000 };

interface Asked {
  readonly city?: string;
  readonly phone: string;
}

/** An owner comes in by a code to the phone; the account is made when the first code proves the phone. */
@Injectable()
export class OwnerSignIn {
  private readonly buckets = new TokenBuckets(RULE);

  constructor(
    private readonly clock: Clock,
    private readonly entrance: Entrance,
    private readonly codes: OwnerCodes,
    private readonly accounts: OwnerAccounts,
    private readonly opener: SessionOpener,
    private readonly limit: SignInLimit,
  ) {}

  /** @throws DomainError `request.too-many`, `session.city-required`, `city.not-found`, those of `OwnerCodes.send` */
  async sendCode({ city, phone }: Asked, { address }: Device): Promise<CodeOnItsWay> {
    if (!this.buckets.take(address, this.clock.now().getTime())) throw new DomainError('request.too-many');
    return this.codes.send(await this.entrance.cityOf(city), phone);
  }

  /** @throws DomainError `request.too-many`, `owner-code.refused`, `owner-code.phone-invalid` */
  async open(given: Asked & { readonly code: string }, device: Device): Promise<OpenSession> {
    return this.limit.within(device.address, async () => {
      const city = await this.entrance.cityOf(given.city);
      return this.codes.redeem(city, given, async (manager, { phone, issuedBy }) => {
        const account = await this.accounts.forPhone(manager, city.id, phone);
        if (account.disabledAt !== null) throw new DomainError('owner-code.refused');
        return this.opener.open(manager, city, account, {
          device,
          way: issuedBy === null ? 'phone-code' : 'desk-code',
        });
      });
    });
  }
}
