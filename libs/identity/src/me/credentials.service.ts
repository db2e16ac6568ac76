import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { AuditLog, City, Clock, Database, type SignedIn } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { requireGoodPassword } from '../domain/password-policy.js';
import { normalPhone } from '../domain/phone.js';
import { UserAccount } from '../people/user-account.entity.js';
import { endSessionsOf, type EndReason } from '../sessions/end-sessions.js';
import { Passwords } from '../sessions/passwords.js';
import { SessionOpener, type OpenSession } from '../sessions/session-opener.js';
import { Session } from '../sessions/session.entity.js';
import { SignInService } from '../sessions/sign-in.service.js';

/** What one is known by. Whatever of it changes, every token before is worth nothing, and a new session is answered. */
@Injectable()
export class Credentials {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly passwords: Passwords,
    private readonly signIn: SignInService,
    private readonly opener: SessionOpener,
  ) {}

  /**
   * @throws DomainError `password.wrong`, `session.locked`, `password.unchanged`, `password.too-short`,
   *   `password.is-login`, `password.too-common`
   */
  async changePassword(
    caller: SignedIn,
    change: { readonly current: string; readonly next: string },
  ): Promise<OpenSession> {
    const { principal } = caller;
    const { login } = await this.database.transaction(principal, (manager) => this.account(manager, caller));
    requireGoodPassword(change.next, login);
    if (change.next === change.current) throw new DomainError('password.unchanged');
    const passwordHash = await this.passwords.hash(change.next);
    return this.signIn.withOwnPassword(principal, change.current, async (manager, { cityId, id }) => {
      await manager.update(UserAccount, { cityId, id }, { passwordHash, mustChangePassword: false });
      const subject = { subjectKind: 'user', subjectId: id };
      await this.auditLog.record(manager, principal, { action: 'user.change-password', ...subject });
      return this.beginAnew(manager, caller, 'password-changed');
    });
  }

  /** The number itself stays out of the audit log. @throws DomainError `user.phone-invalid` */
  async changePhone(caller: SignedIn, text: string | null): Promise<OpenSession> {
    const { principal } = caller;
    const phone = text === null ? null : normalPhone(text);
    if (text !== null && phone === null) throw new DomainError('user.phone-invalid');
    return this.database.transaction(principal, async (manager) => {
      const { cityId, id } = await this.account(manager, caller);
      await manager.update(UserAccount, { cityId, id }, { phone });
      const after = { hasPhone: phone !== null };
      await this.auditLog.record(manager, principal, {
        action: 'user.change-phone',
        subjectKind: 'user',
        subjectId: id,
        after,
      });
      return this.beginAnew(manager, caller, 'phone-changed');
    });
  }

  private async account(manager: EntityManager, { principal }: SignedIn): Promise<UserAccount> {
    return manager.findOneByOrFail(UserAccount, { cityId: principal.cityId, id: principal.actor.id });
  }

  private async beginAnew(manager: EntityManager, caller: SignedIn, reason: EndReason): Promise<OpenSession> {
    const { cityId } = caller.principal;
    const account = await this.account(manager, caller);
    const city = await manager.findOneByOrFail(City, { id: cityId });
    const { userAgent, address } = await manager.findOneByOrFail(Session, { cityId, id: caller.sessionId });
    const entry = { device: { userAgent, address }, way: 'password' } as const;
    await endSessionsOf(manager, { cityId, id: account.id }, { at: this.clock.now(), reason });
    return this.opener.open(manager, city, account, entry);
  }
}
