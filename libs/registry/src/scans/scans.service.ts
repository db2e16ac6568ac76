import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Database } from '#libs/platform';
import { CompoundLinks } from '../compounds/compound-links.js';
import { CompoundScopes } from '../compounds/compound-scopes.js';
import { mayDo } from '../domain/scope.js';
import type { ScanSubject } from './scan.entity.js';
import { ScanRecords, type NewScan } from './scan-records.js';

/** Whoever may record a piece of evidence may also bring its scan. */
const permissionFor = (kind: ScanSubject): string => (kind === 'field-check' ? 'field-check.record' : 'compound.write');

/** Bringing the scan to evidence that is on the register already; the evidence itself keeps its days. */
@Injectable()
export class ScansService {
  constructor(
    private readonly database: Database,
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
    const permission = permissionFor(kind);
    if (!mayDo(principal, permission)) throw new DomainError('request.forbidden', { permission });
    return this.database.transaction(principal, async (manager) => {
      const compoundIds = await this.links.compoundsOf(manager, principal.cityId, { kind, recordId: subjectId });
      const inside = await this.scopes.inside(manager, principal, { permission, compoundIds: compoundIds ?? [] });
      if (inside.size === 0) throw new DomainError('scan.subject-not-found', { id: subjectId });
      const id = await this.records.attach(manager, principal, scan);
      if (id === null) throw new DomainError('scan.already-attached');
      const after = { fileId };
      await this.auditLog.record(manager, principal, { action: 'scan.attach', subjectKind: kind, subjectId, after });
      return id;
    });
  }
}
