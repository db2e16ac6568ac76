import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal, type Role } from '#libs/kernel';
import { AuditLog, Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { viewsOf, type GrantView } from './grant-view.js';
import { GrantSubjects, type NamedScope } from './grant-subjects.js';
import { mayGrant, reaches, roleFits } from './granting.policy.js';
import { personFor } from '../people/people.queries.js';
import { PeopleWriter } from '../people/people-writer.js';
import { endSessionsOf } from '../sessions/end-sessions.js';
import { endStandInsOf } from '../substitutes/stand-ins.js';
import { RoleGrant } from './role-grant.entity.js';

/** A grant as asked for; without days it holds from today on. */
export interface GrantOrder {
  readonly role: Role;
  readonly scope: NamedScope;
  readonly from?: Day;
  /** The last day. */
  readonly to?: Day;
}

/** Giving and ending grants. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly subjects: GrantSubjects,
    private readonly writer: PeopleWriter,
  ) {}

  /**
   * Gives a person whom the caller sees one more grant; what they hold of tokens ends, for their role has changed.
   * @throws DomainError `user.not-found`, `user.oneself`, `user.disabled` and those of `giveTo`
   */
  async give(principal: Principal, userId: string, order: GrantOrder): Promise<GrantView> {
    return this.database.transaction(principal, async (manager) => {
      const target = { id: userId, wholly: false, today: this.clock.today() };
      const account = await personFor(manager, this.subjects, principal, target);
      const given = await this.giveTo(manager, principal, account.id, order);
      await this.endTokens(manager, principal, account.id);
      return given;
    });
  }

  /**
   * Judges and writes a grant inside the caller's transaction.
   * @throws DomainError `area.not-found`, `grant.scope-not-found`, `grant.role-does-not-fit`, `grant.role-above-own`,
   *   `grant.days-reversed`
   */
  async giveTo(manager: EntityManager, principal: Principal, userId: string, order: GrantOrder): Promise<GrantView> {
    const today = this.clock.today();
    const { role, scope, from = today, to = null } = order;
    const subject = await this.subjects.named(manager, principal.cityId, scope, today);
    if (!reaches(principal, 'user.manage', subject)) throw this.hidden(scope);
    if (!roleFits(role, subject)) throw new DomainError('grant.role-does-not-fit', { role });
    if (!mayGrant(principal, role, subject)) throw new DomainError('grant.role-above-own', { role });
    if (to !== null && to < from) throw new DomainError('grant.days-reversed', { from, to });
    return this.writer.addGrant(manager, principal, { userId, role, subject, from, to });
  }

  /**
   * Ends a grant at once, with the reason that will stand in the file, and what others hold in its place.
   * @throws DomainError `grant.not-found`, `user.oneself`, `user.beyond-scope`, `grant.already-ended`
   */
  async end(principal: Principal, grantId: string, reason: string): Promise<GrantView> {
    return this.database.transaction(principal, async (manager) => {
      const key = { cityId: principal.cityId, id: grantId };
      const grant = await manager.findOne(RoleGrant, { where: key, lock: { mode: 'pessimistic_write' } });
      const [view] = grant ? await viewsOf(manager, this.subjects, [grant]) : [];
      if (!view || !reaches(principal, 'user.manage', view.subject)) throw new DomainError('grant.not-found');
      if (view.grant.userId === principal.actor.id) throw new DomainError('user.oneself');
      if (!mayGrant(principal, view.grant.role, view.subject)) throw new DomainError('user.beyond-scope');
      if (view.grant.endedAt !== null) throw new DomainError('grant.already-ended');
      const ended = { endedAt: this.clock.now(), endedBy: principal.actor.id, endReason: reason };
      await manager.update(RoleGrant, key, ended);
      await this.auditLog.record(manager, principal, {
        action: 'grant.end',
        subjectKind: 'user',
        subjectId: view.grant.userId,
        before: { grantId, role: view.grant.role, scope: view.subject.name },
        after: { reason },
      });
      await endStandInsOf(manager, this.auditLog, principal, { grantId, at: ended.endedAt, reason });
      await this.endTokens(manager, principal, view.grant.userId);
      return { ...view, grant: { ...view.grant, ...ended } };
    });
  }

  private async endTokens(manager: EntityManager, { cityId }: Principal, id: string): Promise<void> {
    await endSessionsOf(manager, { cityId, id }, { at: this.clock.now(), reason: 'role-changed' });
  }

  /** What the caller may not see answers exactly as what is not there. */
  private hidden(scope: NamedScope): DomainError {
    if (scope.kind === 'area') return new DomainError('area.not-found', { code: scope.code ?? '' });
    return new DomainError('grant.scope-not-found', { kind: scope.kind, id: scope.id ?? '' });
  }
}
