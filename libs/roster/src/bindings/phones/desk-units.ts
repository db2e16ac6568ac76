import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { AuditLog, Clock, Database } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { UnitOf } from '../../ownerships/transfers.service.js';
import { oneUnit } from '../../units/units.service.js';

type Note = (action: string, after: Readonly<Record<string, unknown>>) => Promise<void>;

/** Something done at the desk about who speaks for a unit: by whoever may, in one transaction, with its line. */
@Injectable()
export class DeskUnits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
    private readonly auditLog: AuditLog,
  ) {}

  today(): Day {
    return this.clock.today();
  }

  /** @throws DomainError `compound.not-found`, `unit.not-found` */
  async at<T>(
    principal: Principal,
    unitOf: UnitOf,
    work: (manager: EntityManager, note: Note) => Promise<T>,
  ): Promise<T> {
    const { compoundId, unitId: subjectId } = unitOf;
    return this.database.transaction(principal, async (manager) => {
      await this.scopes.require(manager, principal, { permission: 'binding.write', compoundIds: [compoundId] });
      await oneUnit(manager, principal.cityId, unitOf);
      return work(manager, (action, after) =>
        this.auditLog.record(manager, principal, { action, subjectKind: 'unit', subjectId, after }),
      );
    });
  }
}
