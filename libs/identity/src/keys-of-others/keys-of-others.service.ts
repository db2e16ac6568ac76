import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, CONFIG, Database, type Config } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { DataAccesses } from '../data-accesses/data-accesses.service.js';
import { DirectoryLink } from '../directory/directory-link.entity.js';
import { GrantSubjects } from '../grants/grant-subjects.js';
import { personFor } from '../people/people.queries.js';
import type { UserAccount } from '../people/user-account.entity.js';
import { endSessionsOf } from '../sessions/end-sessions.js';
import { confirmedFactor, giveUpFactor } from '../second-factor/second-factor.queries.js';

/** What administrators do to the keys of a person every one of whose grants they could give. */
@Injectable()
export class KeysOfOthers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly subjects: GrantSubjects,
    private readonly accesses: DataAccesses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Takes a lost second factor away, so that the person can sign in and set up another; all their sessions end.
   * @throws DomainError `second-factor.none` and those of `personFor`
   */
  async resetSecondFactor(principal: Principal, userId: string, reason: string): Promise<void> {
    await this.change(principal, userId, async (manager, { cityId, id }) => {
      if (!(await confirmedFactor(manager, { cityId, id }))) throw new DomainError('second-factor.none');
      await giveUpFactor(manager, { cityId, id }, this.clock.now());
      await this.record(manager, principal, { action: 'second-factor.reset', id, after: { reason } });
      await endSessionsOf(manager, { cityId, id }, { at: this.clock.now(), reason: 'second-factor-reset' });
    });
  }

  /** Ends every session of the person at once. @throws DomainError those of `personFor` */
  async endSessions(principal: Principal, userId: string, reason: string): Promise<void> {
    await this.change(principal, userId, async (manager, { cityId, id }) => {
      await this.record(manager, principal, { action: 'session.end-of-other', id, after: { reason } });
      await endSessionsOf(manager, { cityId, id }, { at: this.clock.now(), reason: 'ended-by-administrator' });
    });
  }

  /**
   * Says which person of the city's directory this account belongs to; null takes the link away.
   * @throws DomainError `directory.not-configured`, `directory.linked-elsewhere` and those of `personFor`
   */
  async linkDirectory(principal: Principal, userId: string, subject: string | null): Promise<void> {
    const { oidc } = this.config;
    if (!oidc) throw new DomainError('directory.not-configured');
    await this.change(principal, userId, async (manager, { cityId, id }) => {
      const before = await manager.findOneBy(DirectoryLink, { cityId, userId: id });
      const by = { linkedAt: this.clock.now(), linkedBy: principal.actor.id };
      const link = { cityId, userId: id, issuer: oidc.issuer, subject, ...by };
      await manager.upsert(DirectoryLink, link, ['cityId', 'userId']);
      await this.record(manager, principal, {
        action: 'directory.link',
        id,
        before: { subject: before?.subject ?? null },
        after: { subject },
      });
      await endSessionsOf(manager, { cityId, id }, { at: this.clock.now(), reason: 'ended-by-administrator' });
    });
  }

  private async change(
    principal: Principal,
    id: string,
    work: (manager: EntityManager, account: UserAccount) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const target = { id, wholly: true, today: this.clock.today() };
      const account = await personFor(manager, this.subjects, principal, target);
      await work(manager, account);
      await this.accesses.record(manager, principal, [account.id], 'changed');
    });
  }

  private async record(
    manager: EntityManager,
    principal: Principal,
    { id, ...line }: { readonly action: string; readonly id: string; readonly before?: object; readonly after: object },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, { ...line, subjectKind: 'user', subjectId: id });
  }
}
