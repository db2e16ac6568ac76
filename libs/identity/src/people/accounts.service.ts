import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock, Database } from '#libs/platform';
import { bumpIdentityVersion } from '../access/identity-version.js';
import { endSessionsOf } from '../sessions/end-sessions.js';
import { Passwords } from '../sessions/passwords.js';
import { GrantSubjects } from '../grants/grant-subjects.js';
import { personFor } from './people.queries.js';
import { UserAccount } from './user-account.entity.js';

/** What administrators do to the account of another person, provided they could give every grant that person holds. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly passwords: Passwords,
    private readonly subjects: GrantSubjects,
  ) {}

  /**
   * Gives a new first password, answered once; ends every session and lifts a lock.
   * @throws DomainError `user.not-found`, `user.oneself`, `user.disabled`, `user.beyond-scope`
   */
  async resetPassword(principal: Principal, userId: string): Promise<string> {
    const initialPassword = this.passwords.initialPassword();
    const passwordHash = await this.passwords.hash(initialPassword);
    await this.database.transaction(principal, async (manager) => {
      const target = { id: userId, wholly: true, today: this.clock.today() };
      const { cityId, id } = await personFor(manager, this.subjects, principal, target);
      const fresh = { passwordHash, mustChangePassword: true, failedAttempts: 0, lockedUntil: null };
      await manager.update(UserAccount, { cityId, id }, fresh);
      const subject = { subjectKind: 'user', subjectId: id };
      await this.auditLog.record(manager, principal, { action: 'user.reset-password', ...subject });
      await endSessionsOf(manager, { cityId, id }, { at: this.clock.now(), reason: 'password-reset' });
    });
    return initialPassword;
  }

  /**
   * Closes an account: its sessions end at once, its login stays taken, its lines in the file stay.
   * @throws DomainError `user.not-found`, `user.oneself`, `user.disabled`, `user.beyond-scope`
   */
  async disable(principal: Principal, userId: string, reason: string | null): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const target = { id: userId, wholly: true, today: this.clock.today() };
      const { cityId, id } = await personFor(manager, this.subjects, principal, target);
      const at = this.clock.now();
      await manager.update(UserAccount, { cityId, id }, { disabledAt: at });
      const subject = { subjectKind: 'user', subjectId: id };
      await this.auditLog.record(manager, principal, { action: 'user.disable', ...subject, after: { reason } });
      await endSessionsOf(manager, { cityId, id }, { at, reason: 'disabled' });
    });
  }

  /**
   * Opens a disabled account again, with the grants that it still holds and the password that it had.
   * @throws DomainError `user.not-found`, `user.oneself`, `user.not-disabled`, `user.beyond-scope`
   */
  async enable(principal: Principal, userId: string, reason: string | null): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const target = { id: userId, wholly: true, today: this.clock.today(), isDisabled: true };
      const { cityId, id } = await personFor(manager, this.subjects, principal, target);
      const open = { disabledAt: null, failedAttempts: 0, lockedUntil: null };
      await manager.update(UserAccount, { cityId, id }, open);
      const subject = { subjectKind: 'user', subjectId: id };
      await this.auditLog.record(manager, principal, { action: 'user.enable', ...subject, after: { reason } });
      await bumpIdentityVersion(manager, cityId);
    });
  }
}
