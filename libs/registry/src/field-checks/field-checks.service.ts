import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, FactChanges, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { CompoundLinks } from '../compounds/compound-links.js';
import { CompoundScopes } from '../compounds/compound-scopes.js';
import { ScanRecords } from '../scans/scan-records.js';
import { FieldCheck, type FieldCheckOutcome, type FieldCheckSubject } from './field-check.entity.js';

/** What somebody found when they went there. */
export interface NewFieldCheck {
  readonly subjectKind: FieldCheckSubject;
  /** Record id of the evidence. */
  readonly subjectId: string;
  readonly checkedOn: Day;
  readonly outcome: FieldCheckOutcome;
  readonly note?: string;
  /** An uploaded photo or record of the visit. */
  readonly fileId?: string;
}

/** What goes with a check: its scan, its audit line, and the verdicts that it may change. */
@Injectable()
export class FieldCheckRecords {
  constructor(
    private readonly auditLog: AuditLog,
    private readonly factChanges: FactChanges,
    private readonly scans: ScanRecords,
  ) {}

  async record(
    manager: EntityManager,
    principal: Principal,
    check: NewFieldCheck & { readonly id: string; readonly compoundIds: readonly string[] },
  ): Promise<void> {
    const { subjectKind, subjectId, compoundIds, ...after } = check;
    const { id, fileId } = check;
    if (fileId) await this.scans.attach(manager, principal, { subjectKind: 'field-check', subjectId: id, fileId });
    await this.auditLog.record(manager, principal, { action: 'field-check.record', subjectKind, subjectId, after });
    await this.factChanges.record(manager, principal.cityId, { compoundIds });
  }
}

/** Checks on the spot of contracts, committees and party organisations; their compounds are audited again. */
@Injectable()
export class FieldChecksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly links: CompoundLinks,
    private readonly scopes: CompoundScopes,
    private readonly records: FieldCheckRecords,
  ) {}

  /**
   * @returns the id of the check
   * @throws DomainError `field-check.subject-not-found`, `field-check.in-future`, `file.not-found`
   */
  async record(principal: Principal, check: NewFieldCheck): Promise<string> {
    if (check.checkedOn > this.clock.today()) throw new DomainError('field-check.in-future', { on: check.checkedOn });
    return this.database.transaction(principal, async (manager) => {
      const { subjectKind, subjectId } = check;
      const compounds = await this.links.compoundsOf(manager, principal.cityId, {
        kind: subjectKind,
        recordId: subjectId,
      });
      const inside = await this.scopes.inside(manager, principal, {
        permission: 'field-check.record',
        compoundIds: compounds ?? [],
      });
      if (!compounds || inside.size === 0) throw new DomainError('field-check.subject-not-found', { id: subjectId });
      const id = this.ids.next();
      await manager.insert(FieldCheck, {
        cityId: principal.cityId,
        id,
        subjectKind,
        subjectId,
        checkedOn: check.checkedOn,
        outcome: check.outcome,
        checkedBy: principal.actor.name,
        note: check.note ?? null,
        recordedAt: this.clock.now(),
      });
      await this.records.record(manager, principal, { ...check, id, compoundIds: compounds });
      return id;
    });
  }
}
