import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, City, Clock, Database, type SignedIn } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { personPrincipal } from '../access/principals.js';
import { readRefreshToken, type RefreshToken } from '../domain/refresh-token.js';
import { UserAccount } from '../people/user-account.entity.js';
import { endSession } from './end-sessions.js';
import { hashOfSecret, SessionOpener, type OpenSession } from './session-opener.js';
import { Session } from './session.entity.js';

/** Renewing and ending sessions. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly opener: SessionOpener,
  ) {}

  /**
   * Exchanges a refresh token for the next one. A token that is not the newest of its session was copied by somebody:
   * the whole session ends, for nobody can tell the thief from the owner (RFC 9700, 4.14.2).
   * @throws DomainError `session.ended`, `session.reused`
   */
  async renew(text: string): Promise<OpenSession> {
    const token = readRefreshToken(text);
    if (!token) throw new DomainError('session.ended');
    const outcome = await this.database.transaction(token, (manager) => this.exchange(manager, token));
    if (typeof outcome === 'string') throw new DomainError(outcome);
    return outcome;
  }

  /** Signs out: the session's tokens are worth nothing from now on. */
  async end({ principal, sessionId }: SignedIn): Promise<void> {
    await this.database.transaction(principal, (manager) =>
      this.endOne(manager, principal, { id: sessionId, reason: 'signed-out' }),
    );
  }

  /** A refusal is a result here and no exception, so that the end of a session is committed. */
  private async exchange(
    manager: EntityManager,
    token: RefreshToken,
  ): Promise<OpenSession | 'session.ended' | 'session.reused'> {
    const key = { cityId: token.cityId, id: token.sessionId };
    const session = await manager.findOne(Session, { where: key, lock: { mode: 'pessimistic_write' } });
    if (!session || session.endedAt !== null || session.expiresAt <= this.clock.now()) return 'session.ended';
    const city = await manager.findOneByOrFail(City, { id: token.cityId });
    const account = await manager.findOneByOrFail(UserAccount, { cityId: token.cityId, id: session.userId });
    if (account.disabledAt !== null) return 'session.ended';
    const hash = hashOfSecret(token.secret);
    if (session.refreshHash === hash) return this.opener.renew(manager, city, account, session);
    const shown = session.previousHash === hash ? 'the token before' : 'an older or forged token';
    await this.endOne(manager, personPrincipal(city, account), { id: session.id, reason: 'reused', shown });
    return 'session.reused';
  }

  private async endOne(
    manager: EntityManager,
    principal: Principal,
    { id, ...why }: { readonly id: string; readonly reason: 'signed-out' | 'reused'; readonly shown?: string },
  ): Promise<void> {
    const subject = { subjectKind: 'user', subjectId: principal.actor.id };
    await this.auditLog.record(manager, principal, { action: 'session.end', ...subject, after: why });
    await endSession(manager, { cityId: principal.cityId, id }, { at: this.clock.now(), reason: why.reason });
  }
}
