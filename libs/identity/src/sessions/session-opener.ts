import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Ids, type City } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from '../access/access-tokens.js';
import { personPrincipal } from '../access/principals.js';
import { writeRefreshToken } from '../domain/refresh-token.js';
import type { UserAccount } from '../people/user-account.entity.js';
import { Session, type SignInWay } from './session.entity.js';
import type { Device } from './visit.js';

/** How long a session lives without being used, in milliseconds: seven days. */
const SESSION_MS = 7 * 24 * 3_600_000;

/** A session that was just opened or renewed, with the only copy of its refresh token. */
export interface OpenSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
  readonly account: UserAccount;
  readonly city: City;
}

/** How somebody came in: from which device, in which way, and with which second step. */
export interface Entry {
  readonly device: Device;
  readonly way: SignInWay;
  readonly secondFactor?: 'code' | 'recovery-code';
}

/** The form in which a refresh secret is stored; it is random and long, so a plain hash suffices. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Hands out tokens: a new session after a proof, or the next secret of a living one. */
@Injectable()
export class SessionOpener {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly tokens: AccessTokens,
  ) {}

  async open(manager: EntityManager, city: City, account: UserAccount, entry: Entry): Promise<OpenSession> {
    const now = this.clock.now();
    const id = this.ids.next();
    const secret = randomBytes(32).toString('base64url');
    await manager.insert(Session, {
      cityId: city.id,
      id,
      userId: account.id,
      refreshHash: hashOfSecret(secret),
      createdAt: now,
      refreshedAt: now,
      expiresAt: new Date(now.getTime() + SESSION_MS),
      userAgent: entry.device.userAgent,
      address: entry.device.address,
      way: entry.way,
      // Another system's word is good for coming in; what asks for a fresh proof asks for one of our own.
      // An owner has no password: the code that came to their phone, or was given at the desk, is the proof.
      provenAt: entry.way === 'directory' && !entry.secondFactor ? null : now,
    });
    const after = { way: entry.way, secondFactor: entry.secondFactor ?? null };
    return this.handOut(manager, { city, account, sessionId: id, secret, action: 'session.open', after });
  }

  async renew(manager: EntityManager, city: City, account: UserAccount, session: Session): Promise<OpenSession> {
    const now = this.clock.now();
    const secret = randomBytes(32).toString('base64url');
    await manager.update(
      Session,
      { cityId: session.cityId, id: session.id },
      {
        refreshHash: hashOfSecret(secret),
        previousHash: session.refreshHash,
        refreshedAt: now,
        expiresAt: new Date(now.getTime() + SESSION_MS),
      },
    );
    return this.handOut(manager, { city, account, sessionId: session.id, secret, action: 'session.renew' });
  }

  private async handOut(
    manager: EntityManager,
    given: {
      readonly city: City;
      readonly account: UserAccount;
      readonly sessionId: string;
      readonly secret: string;
      readonly action: string;
      readonly after?: object;
    },
  ): Promise<OpenSession> {
    const { city, account, sessionId, secret, action, after } = given;
    const subject = { subjectKind: 'user', subjectId: account.id };
    await this.auditLog.record(manager, personPrincipal(city, account), { action, ...subject, after });
    return {
      accessToken: this.tokens.sign({ sub: account.id, city: city.id, sid: sessionId }),
      refreshToken: writeRefreshToken({ cityId: city.id, sessionId, secret }),
      expiresIn: ACCESS_TOKEN_SECONDS,
      account,
      city,
    };
  }
}
