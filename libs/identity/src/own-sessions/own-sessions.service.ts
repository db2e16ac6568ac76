import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { AuditLog, Clock, Database, type SignedIn } from '#libs/platform';
import { IsNull, MoreThan } from 'typeorm';
import { endSession, endSessionsOf } from '../sessions/end-sessions.js';
import { Session } from '../sessions/session.entity.js';

/** One's own sign-ins on all devices. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** Those that are alive, the one used last first. */
  async list({ principal }: SignedIn): Promise<readonly Session[]> {
    const { cityId, actor } = principal;
    const where = { cityId, userId: actor.id, endedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) };
    return this.database.transaction(principal, (manager) =>
      manager.find(Session, { where, order: { refreshedAt: 'DESC', id: 'DESC' } }),
    );
  }

  /** @throws DomainError `session.not-found` when it is not one's own or not alive */
  async end({ principal }: SignedIn, id: string): Promise<void> {
    const { cityId, actor } = principal;
    await this.database.transaction(principal, async (manager) => {
      const key = { cityId, id, userId: actor.id, endedAt: IsNull() };
      if (!(await manager.existsBy(Session, key))) throw new DomainError('session.not-found');
      const after = { id, reason: 'ended-by-owner' };
      const subject = { subjectKind: 'user', subjectId: actor.id };
      await this.auditLog.record(manager, principal, { action: 'session.end', ...subject, after });
      await endSession(manager, { cityId, id }, { at: this.clock.now(), reason: 'ended-by-owner' });
    });
  }

  /** Ends all but the one that asks. */
  async endOthers({ principal, sessionId }: SignedIn): Promise<void> {
    const { cityId, actor } = principal;
    await this.database.transaction(principal, async (manager) => {
      const after = { others: true, reason: 'ended-by-owner' };
      const subject = { subjectKind: 'user', subjectId: actor.id };
      await this.auditLog.record(manager, principal, { action: 'session.end', ...subject, after });
      const others = { cityId, id: actor.id, except: sessionId };
      await endSessionsOf(manager, others, { at: this.clock.now(), reason: 'ended-by-owner' });
    });
  }
}
