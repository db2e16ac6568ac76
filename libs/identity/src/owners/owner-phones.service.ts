import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { City, Database, type SignedIn } from '#libs/platform';
import { SessionOpener, type OpenSession } from '../sessions/session-opener.js';
import type { Device } from '../sessions/visit.js';
import { OwnerAccounts, requireMobile } from './owner-accounts.js';
import { OwnerCodes } from './owner-codes.service.js';
import { OwnerPhoneWriter } from './owner-phone-writer.js';

/** The next phone with the code sent to it, and the code sent to the one before. */
export interface OwnPhoneChange {
  readonly phone: string;
  readonly code: string;
  readonly formerCode: string;
}

/** Codes on their way to both phones; told in a demo city alone. */
export interface SentCodes {
  readonly expiresIn: number;
  readonly demoCode: string | null;
  readonly demoFormerCode: string | null;
}

/** 换手机号: the account, and with it every binding, goes on under another phone; no token from before does. */
@Injectable()
export class OwnerPhones {
  constructor(
    private readonly database: Database,
    private readonly accounts: OwnerAccounts,
    private readonly codes: OwnerCodes,
    private readonly writer: OwnerPhoneWriter,
    private readonly opener: SessionOpener,
  ) {}

  /**
   * Six digits to each of both phones; to the one before first, so that nobody sends to strangers one after another.
   * @throws DomainError `owner-phone.unchanged`, those of `OwnerCodes.send`
   */
  async sendCodes({ principal }: SignedIn, text: string): Promise<SentCodes> {
    const { former, city } = await this.known(principal);
    const next = requireMobile(text);
    if (former === null || former === next) throw new DomainError('owner-phone.unchanged');
    const { expiresIn, demoCode: demoFormerCode } = await this.codes.send(city, former);
    const { demoCode } = await this.codes.send(city, next);
    return { expiresIn, demoCode, demoFormerCode };
  }

  /**
   * By the owner, who shows that both phones are theirs.
   * @throws DomainError `owner-code.refused`, `owner-code.phone-invalid`, `owner-phone.…`
   */
  async changeOwn({ principal }: SignedIn, change: OwnPhoneChange, device: Device): Promise<OpenSession> {
    const { former, city } = await this.known(principal);
    const next = requireMobile(change.phone);
    if (former === null || former === next) throw new DomainError('owner-phone.unchanged');
    const codes = [
      { phone: next, code: change.code },
      { phone: former, code: change.formerCode },
    ];
    return this.codes.redeemAll(city, codes, async (manager) => {
      const account = await this.writer.change(manager, principal, { userId: principal.actor.id, phone: next });
      return this.opener.open(manager, city, account, { device, way: 'phone-code' });
    });
  }

  private async known(principal: Principal): Promise<{ readonly former: string | null; readonly city: City }> {
    return this.database.transaction(principal, async (manager) => ({
      former: await this.accounts.phoneOf(manager, principal),
      city: await manager.findOneByOrFail(City, { id: principal.cityId }),
    }));
  }
}
