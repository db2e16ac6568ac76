import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { UserAccount } from '../people/user-account.entity.js';
import { endSessionsOf } from '../sessions/end-sessions.js';
import { OwnerAccounts } from './owner-accounts.js';
import { OwnerMessages } from './owner-messages.js';

/** The one place where an account goes on under another phone: its sessions end, and both phones are told. */
@Injectable()
export class OwnerPhoneWriter {
  constructor(
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly accounts: OwnerAccounts,
    private readonly messages: OwnerMessages,
  ) {}

  /** @throws DomainError `owner-code.phone-invalid`, `owner-phone.taken`, `owner-phone.unchanged` */
  async change(
    manager: EntityManager,
    principal: Principal,
    { reason = null, ...to }: { readonly userId: string; readonly phone: string; readonly reason?: string | null },
  ): Promise<UserAccount> {
    const { cityId } = principal;
    const { former, account } = await this.accounts.move(manager, cityId, to);
    await endSessionsOf(manager, { cityId, id: account.id }, { at: this.clock.now(), reason: 'phone-changed' });
    await this.auditLog.record(manager, principal, {
      ...{ action: 'owner-phone.change', subjectKind: 'user', subjectId: account.id },
      // The numbers themselves stay out of the audit log.
      ...{ before: { account: former.name }, after: { account: account.name, reason } },
    });
    await this.messages.phoneChanged(manager, cityId, { former: former.phone, next: to.phone });
    return account;
  }
}
