import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { AuditLog, Clock, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import type { Change } from './change.js';

/** What a person changed, for the audit log: owners by their ids, never by name. */
export interface ChangedUnit {
  readonly action: 'unit.register' | 'unit.change' | 'unit.transfer' | 'unit.representative';
  readonly unitId: string;
  readonly before?: unknown;
  readonly after: unknown;
}

/** Changes that people make by hand, one unit at a time. */
@Injectable()
export class HandChanges {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
  ) {}

  today(): Day {
    return this.clock.today();
  }

  newId(): string {
    return this.ids.next();
  }

  begin({ cityId, actor }: Principal): Change {
    const newId = (): string => this.ids.next();
    return { cityId, at: this.clock.now(), recordedBy: actor.name, importId: null, changeId: newId(), newId };
  }

  async record(manager: EntityManager, principal: Principal, { unitId, ...entry }: ChangedUnit): Promise<void> {
    await this.auditLog.record(manager, principal, { ...entry, subjectKind: 'unit', subjectId: unitId });
  }
}
