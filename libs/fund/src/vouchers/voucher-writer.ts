import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock, Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { VoucherKind } from '../domain/voucher-kinds.js';
import { FundVoucher } from './fund-voucher.entity.js';

/** Of what a voucher is: a project, a repair, or an entry of a book. */
type VoucherOf = Partial<Pick<FundVoucher, 'projectId' | 'spendingId' | 'instalment' | 'entryId' | 'bookId'>>;

/** A scan that is hung on one of them. */
export interface NewVoucher {
  readonly of: VoucherOf;
  readonly kind: VoucherKind;
  readonly title: string;
  readonly fileId: string;
  readonly isPublic: boolean;
}

/** Of what the log tells it. */
export function subjectOf({ projectId, spendingId, entryId }: VoucherOf): {
  readonly subjectKind: string;
  readonly subjectId: string;
} {
  if (projectId) return { subjectKind: 'fund-project', subjectId: projectId };
  if (spendingId) return { subjectKind: 'maintenance-spending', subjectId: spendingId };
  return { subjectKind: 'ledger-entry', subjectId: entryId ?? '' };
}

@Injectable()
export class VoucherWriter {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly papers: FileAccess,
    private readonly auditLog: AuditLog,
  ) {}

  /** @returns the id @throws DomainError `file.not-found` for a scan that the caller may not hand on */
  async attach(manager: EntityManager, principal: Principal, { of, ...told }: NewVoucher): Promise<string> {
    await this.papers.requireAttach(manager, principal, told.fileId);
    const { cityId, actor } = principal;
    const id = this.ids.next();
    const where = { entryId: null, bookId: null, projectId: null, spendingId: null, instalment: null, ...of };
    const by = { at: this.clock.now(), byId: actor.id, byName: actor.name };
    await manager.insert(FundVoucher, { ...told, ...where, cityId, id, by });
    const { kind, title, isPublic } = told;
    const after = { kind, title, isPublic };
    await this.auditLog.record(manager, principal, { action: 'fund-voucher.attach', ...subjectOf(of), after });
    return id;
  }
}
