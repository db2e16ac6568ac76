import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, City, Clock, Database, type SignedIn } from '#libs/platform';
import { requireGoodPassword } from '../domain/password-policy.js';
import { isInForce, viewsOf, type GrantView } from '../grants/grant-view.js';
import { GrantSubjects } from '../grants/grant-subjects.js';
import { RoleGrant } from '../grants/role-grant.entity.js';
import { UserAccount } from '../people/user-account.entity.js';
import { endSessionsOf } from '../sessions/end-sessions.js';
import { Passwords } from '../sessions/passwords.js';
import { SignInService } from '../sessions/sign-in.service.js';

/** The signed-in person with city and grants in force. */
export interface Me {
  readonly account: UserAccount;
  readonly city: City;
  readonly grants: readonly GrantView[];
}

/** What people see and change about themselves. */
@Injectable()
export class MeService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly passwords: Passwords,
    private readonly signIn: SignInService,
    private readonly subjects: GrantSubjects,
  ) {}

  async read(principal: Principal): Promise<Me> {
    const { cityId, actor } = principal;
    return this.database.transaction(principal, async (manager) => {
      const account = await manager.findOneByOrFail(UserAccount, { cityId, id: actor.id });
      const city = await manager.findOneByOrFail(City, { id: cityId });
      const held = await manager.find(RoleGrant, { where: { cityId, userId: actor.id }, order: { id: 'ASC' } });
      const grants = held.filter((grant) => isInForce(grant, this.clock.today()));
      return { account, city, grants: await viewsOf(manager, this.subjects, grants) };
    });
  }

  /**
   * Changes the own password and ends every other session.
   * @throws DomainError `password.wrong`, `session.locked`, `password.unchanged`, `password.too-short`,
   *   `password.is-login`, `password.too-common`
   */
  async changePassword(caller: SignedIn, change: { readonly current: string; readonly next: string }): Promise<void> {
    const { principal, sessionId } = caller;
    const { account } = await this.read(principal);
    requireGoodPassword(change.next, account.login);
    if (change.next === change.current) throw new DomainError('password.unchanged');
    const passwordHash = await this.passwords.hash(change.next);
    await this.signIn.withOwnPassword(principal, change.current, async (manager, { cityId, id }) => {
      await manager.update(UserAccount, { cityId, id }, { passwordHash, mustChangePassword: false });
      const subject = { subjectKind: 'user', subjectId: id };
      await this.auditLog.record(manager, principal, { action: 'user.change-password', ...subject });
      const others = { cityId, id, except: sessionId };
      await endSessionsOf(manager, others, { at: this.clock.now(), reason: 'password-changed' });
    });
  }
}
