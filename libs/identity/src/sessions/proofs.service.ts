import { Injectable } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { AuditLog, Clock, Database, type SignedIn, type StepUpKind } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { Session } from './session.entity.js';
import { SignInService } from './sign-in.service.js';

/** How long a proof counts as fresh, in minutes. */
export const PROOF_MINUTES = 10;

/** Either of the two with which a person proves who they are. */
export interface Proof {
  readonly password?: string;
  readonly code?: string;
}

/** Whether the person at a session is still the one who signed in; handlers with @StepUp ask it on every request. */
@Injectable()
export class Proofs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly signIn: SignInService,
  ) {}

  /** @throws DomainError `session.step-up-required` when the last proof is older than ten minutes */
  async requireFresh({ principal, sessionId }: SignedIn, kind: StepUpKind = 'own-secret'): Promise<void> {
    const key = { cityId: principal.cityId, id: sessionId };
    const session = await this.database.transaction(principal, (manager) => manager.findOneBy(Session, key));
    const byCode = kind === 'or-code' && session?.way.endsWith('-code') ? session.createdAt : null;
    const provenAt = session?.provenAt ?? byCode;
    if (provenAt === null || this.clock.now() >= this.endOf(provenAt)) {
      throw new DomainError('session.step-up-required', { minutes: PROOF_MINUTES });
    }
  }

  /**
   * Marks the session as freshly proven, and tells until when.
   * @throws DomainError `password.wrong`, `second-factor.code-wrong`, `session.locked`
   */
  async prove(caller: SignedIn, proof: Proof): Promise<Date> {
    const { principal } = caller;
    const mark = (manager: EntityManager): Promise<Date> => this.mark(manager, caller);
    if (proof.code === undefined) return this.signIn.withOwnPassword(principal, proof.password ?? '', mark);
    return this.signIn.withCode(principal, { userId: principal.actor.id, code: proof.code }, mark);
  }

  private async mark(manager: EntityManager, { principal, sessionId }: SignedIn): Promise<Date> {
    const now = this.clock.now();
    await manager.update(Session, { cityId: principal.cityId, id: sessionId }, { provenAt: now });
    const subject = { subjectKind: 'user', subjectId: principal.actor.id };
    await this.auditLog.record(manager, principal, { action: 'session.step-up', ...subject });
    return this.endOf(now);
  }

  private endOf(provenAt: Date): Date {
    return new Date(provenAt.getTime() + PROOF_MINUTES * 60_000);
  }
}
