import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { ByColumns } from '../../by.columns.js';
import { spendingRow, type SpendingRow } from './spendings.queries.js';

/** Repairs as their offices work on them, one at a time. */
@Injectable()
export class SpendingFiles {
  constructor(
    private readonly scopes: CompoundScopes,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  by({ actor }: Principal): ByColumns {
    return { at: this.clock.now(), byId: actor.id, byName: actor.name };
  }

  /** @throws DomainError `maintenance.spending-unknown` for whoever may not do this at its compound */
  async read(
    manager: EntityManager,
    principal: Principal,
    { id, permission = 'fund.read' }: { readonly id: string; readonly permission?: string },
  ): Promise<SpendingRow> {
    const row = await spendingRow(manager, principal.cityId, id);
    const compoundIds = row ? [row.compoundId] : [];
    const seen = await this.scopes.inside(manager, principal, { permission, compoundIds });
    if (!row || !seen.has(row.compoundId)) throw new DomainError('maintenance.spending-unknown', { id });
    return row;
  }

  /** Whether the caller keeps the fund of its compound. */
  async keeps(manager: EntityManager, principal: Principal, { compoundId }: SpendingRow): Promise<boolean> {
    const wanted = { permission: 'fund.write', compoundIds: [compoundId] };
    return (await this.scopes.inside(manager, principal, wanted)).has(compoundId);
  }

  /** The same, when something is to happen: whoever comes second waits, and then sees what the first one did. */
  async lock(manager: EntityManager, principal: Principal, id: string): Promise<SpendingRow> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('maintenance-spending:' || $1, 0))`, [id]);
    return this.read(manager, principal, { id, permission: 'fund.write' });
  }

  async tell(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    { action, after }: { readonly action: string; readonly after: object },
  ): Promise<void> {
    const line = { action: `maintenance-spending.${action}`, subjectKind: 'maintenance-spending', subjectId, after };
    await this.auditLog.record(manager, principal, line);
  }
}
