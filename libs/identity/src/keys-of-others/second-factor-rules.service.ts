import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database } from '#libs/platform';
import { bumpIdentityVersion } from '../access/identity-version.js';
import type { SecondFactorDemand } from '../domain/second-factor-rule.js';
import { reachesCity } from '../grants/granting.policy.js';
import { SecondFactorRule } from '../second-factor/second-factor-rule.entity.js';

const saidBy = (rule: SecondFactorRule | null): SecondFactorDemand | null =>
  rule && rule.roles.length > 0 ? { roles: rule.roles, fromDay: rule.fromDay } : null;

/** From which day the city asks a second factor of which roles; what was asked before stands in the audit log. */
@Injectable()
export class SecondFactorRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  async read(principal: Principal): Promise<SecondFactorDemand | null> {
    const { cityId } = principal;
    return this.database.transaction(principal, async (manager) =>
      saidBy(await manager.findOneBy(SecondFactorRule, { cityId })),
    );
  }

  /** Without roles nobody is asked any more. @throws DomainError `second-factor.rule-of-city` */
  async set(principal: Principal, { roles, fromDay }: SecondFactorDemand): Promise<void> {
    const { cityId } = principal;
    if (!reachesCity(principal, 'security.write')) throw new DomainError('second-factor.rule-of-city');
    await this.database.transaction(principal, async (manager) => {
      const before = saidBy(await manager.findOneBy(SecondFactorRule, { cityId }));
      const recorded = { recordedAt: this.clock.now(), recordedBy: principal.actor.name };
      await manager.upsert(SecondFactorRule, { cityId, roles: [...roles], fromDay, ...recorded }, ['cityId']);
      const after = roles.length > 0 ? { roles, fromDay } : null;
      const subject = { subjectKind: 'city', subjectId: principal.cityCode };
      await this.auditLog.record(manager, principal, { action: 'second-factor.demand', ...subject, before, after });
      await bumpIdentityVersion(manager, cityId);
    });
  }
}
