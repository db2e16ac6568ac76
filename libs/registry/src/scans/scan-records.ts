import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FileAccess } from './file-access.js';
import { ScanWithdrawal } from './scan-withdrawal.entity.js';
import { Scan, type ScanSubject } from './scan.entity.js';

/** A file that shows a piece of evidence. */
export interface NewScan {
  readonly subjectKind: ScanSubject;
  readonly subjectId: string;
  readonly fileId: string;
}

/** Writes scans inside the use case that registers or completes their evidence, which also leaves the audit line. */
@Injectable()
export class ScanRecords {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly access: FileAccess,
  ) {}

  /**
   * @returns the id of the scan, or null when the file was attached to this evidence before
   * @throws DomainError `file.not-found`: no paper may name a scan that nobody uploaded; `scan.withdrawn`
   */
  async attach(manager: EntityManager, principal: Principal, scan: NewScan): Promise<string | null> {
    await this.access.requireAttach(manager, principal, scan.fileId);
    const { cityId } = principal;
    const former = await manager.findOneBy(Scan, { cityId, ...scan });
    if (former && (await manager.existsBy(ScanWithdrawal, { cityId, scanId: former.id }))) {
      throw new DomainError('scan.withdrawn');
    }
    if (former) return null;
    const id = this.ids.next();
    const { id: attachedById, name: attachedBy } = principal.actor;
    const when = { attachedAt: this.clock.now(), attachedBy, attachedById };
    await manager.insert(Scan, { cityId, id, ...scan, ...when });
    return id;
  }
}
