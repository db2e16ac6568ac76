import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock, Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { ByColumns } from '../../by.columns.js';

/** What every service of common revenue writes with: ids, who and when, papers, and lines of the audit log. */
@Injectable()
export class RevenueWriter {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly files: FileAccess,
  ) {}

  today(): string {
    return this.clock.today();
  }

  nextId(): string {
    return this.ids.next();
  }

  by({ actor }: Principal): ByColumns {
    return { at: this.clock.now(), byId: actor.id, byName: actor.name };
  }

  /** @throws DomainError `file.not-found` for a scan that the caller may not hand on */
  async requirePaper(manager: EntityManager, principal: Principal, fileId: string | null): Promise<void> {
    if (fileId !== null) await this.files.requireAttach(manager, principal, fileId);
  }

  async tell(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    { action, after }: { readonly action: string; readonly after: object },
  ): Promise<void> {
    const line = { action: `common-revenue.${action}`, subjectKind: 'common-revenue', subjectId, after };
    await this.auditLog.record(manager, principal, line);
  }
}
