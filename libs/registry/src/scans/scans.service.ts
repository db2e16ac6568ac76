import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { CompoundLinks } from '../compounds/compound-links.js';
import { CompoundScopes } from '../compounds/compound-scopes.js';
import { mayDo } from '../domain/scope.js';
import { ScanWithdrawal } from './scan-withdrawal.entity.js';
import { Scan, type ScanSubject } from './scan.entity.js';
import { ScanRecords, type NewScan } from './scan-records.js';

/** Whoever may record a piece of evidence may also bring its scan. */
const permissionFor = (kind: ScanSubject): string => (kind === 'field-check' ? 'field-check.record' : 'compound.write');

/** Bringing the scan to evidence that is on the register already; the evidence itself keeps its days. */
@Injectable()
export class ScansService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
    private readonly links: CompoundLinks,
    private readonly scopes: CompoundScopes,
    private readonly records: ScanRecords,
  ) {}

  /**
   * @returns the id of the scan
   * @throws DomainError `scan.subject-not-found`, `scan.already-attached`, `file.not-found`, `request.forbidden`
   */
  async attach(principal: Principal, scan: NewScan): Promise<string> {
    const { subjectKind: kind, subjectId, fileId } = scan;
    this.requireRole(principal, kind);
    return this.database.transaction(principal, async (manager) => {
      if (!(await this.mayRecord(manager, principal, scan))) {
        throw new DomainError('scan.subject-not-found', { id: subjectId });
      }
      const id = await this.records.attach(manager, principal, scan);
      if (id === null) throw new DomainError('scan.already-attached');
      const after = { fileId };
      await this.auditLog.record(manager, principal, { action: 'scan.attach', subjectKind: kind, subjectId, after });
      return id;
    });
  }

  /**
   * Takes back what was attached by mistake: it stays on the record as withdrawn, and its file is shown there no more.
   * @throws DomainError `scan.not-found`, `scan.withdrawn`, `request.forbidden`
   */
  async withdraw(principal: Principal, id: string, reason: string): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { cityId, actor } = principal;
      const scan = await manager.findOneBy(Scan, { cityId, id });
      if (scan) this.requireRole(principal, scan.subjectKind);
      if (!scan || !(await this.mayRecord(manager, principal, scan))) throw new DomainError('scan.not-found', { id });
      if (await manager.existsBy(ScanWithdrawal, { cityId, scanId: id })) throw new DomainError('scan.withdrawn');
      const common = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(ScanWithdrawal, { cityId, scanId: id, reason, ...common });
      const { subjectKind, subjectId, fileId } = scan;
      const after = { fileId, reason };
      await this.auditLog.record(manager, principal, { action: 'scan.withdraw', subjectKind, subjectId, after });
    });
  }

  private requireRole(principal: Principal, kind: ScanSubject): void {
    const permission = permissionFor(kind);
    if (!mayDo(principal, permission)) throw new DomainError('request.forbidden', { permission });
  }

  /** Whether the evidence stands about a compound where the caller records such evidence. */
  private async mayRecord(
    manager: EntityManager,
    principal: Principal,
    { subjectKind: kind, subjectId }: Pick<NewScan, 'subjectKind' | 'subjectId'>,
  ): Promise<boolean> {
    const compoundIds = await this.links.compoundsOf(manager, principal.cityId, { kind, recordId: subjectId });
    const wanted = { permission: permissionFor(kind), compoundIds: compoundIds ?? [] };
    return (await this.scopes.inside(manager, principal, wanted)).size > 0;
  }
}
