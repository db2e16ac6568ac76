import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.js';
import { Ids } from '../ids.js';
import { AuditLine } from './audit-line.entity.js';

/** What a use case says about itself, in the same transaction as its change. */
export interface AuditEntry {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly legalBasis?: string;
}

/** Writes audit lines by hand in the use case; no subscriber does it, for those miss raw SQL. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async record(manager: EntityManager, principal: Principal, entry: AuditEntry): Promise<void> {
    await manager.insert(AuditLine, {
      cityId: principal.cityId,
      id: this.ids.next(),
      at: this.clock.now(),
      actorKind: principal.actor.kind,
      actorId: principal.actor.id,
      actorName: principal.actor.name,
      action: entry.action,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      before: (entry.before ?? null) as object,
      after: (entry.after ?? null) as object,
      legalBasis: entry.legalBasis ?? null,
    });
  }
}
