import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import { InterestDeclaration } from '../tables/interest-declaration.entity.js';

/** Declaring an interest in a compound: from then on its cases are for colleagues. */
@Injectable()
export class InterestsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly scopes: CompoundScopes,
  ) {}

  /** @throws DomainError `compound.not-found`, `act.interest-declared` */
  async declare(principal: Principal, { compoundId, reason }: { compoundId: string; reason: string }): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.scopes.require(manager, principal, { permission: 'act.read', compoundIds: [compoundId] });
      const { cityId, actor } = principal;
      const id = this.ids.next();
      const declaredAt = this.clock.now();
      const row = { cityId, id, userId: actor.id, compoundId, reason, declaredAt, endedAt: null };
      await manager.insert(InterestDeclaration, row);
      await this.auditLog.record(manager, principal, {
        action: 'interest.declare',
        subjectKind: 'compound',
        subjectId: compoundId,
        after: { reason },
      });
      return id;
    });
  }

  /** What the caller has declared and not ended. */
  async own(principal: Principal): Promise<readonly InterestDeclaration[]> {
    return this.database.transaction(principal, (manager) =>
      manager
        .createQueryBuilder(InterestDeclaration, 'interest')
        .where('interest.cityId = :cityId AND interest.userId = :userId', {
          cityId: principal.cityId,
          userId: principal.actor.id,
        })
        .andWhere('interest.endedAt IS NULL')
        .orderBy('interest.id')
        .getMany(),
    );
  }

  /** @throws DomainError `request.not-found` */
  async end(principal: Principal, id: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const own = { cityId: principal.cityId, id, userId: principal.actor.id };
      const row = await manager.findOneBy(InterestDeclaration, own);
      if (!row || row.endedAt !== null) throw new DomainError('request.not-found', { what: '利害关系申报' });
      await manager.update(InterestDeclaration, own, { endedAt: this.clock.now() });
      await this.auditLog.record(manager, principal, {
        action: 'interest.end',
        subjectKind: 'compound',
        subjectId: row.compoundId,
        before: { reason: row.reason },
      });
    });
  }
}
