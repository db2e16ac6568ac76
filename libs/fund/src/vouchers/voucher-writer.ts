import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { AuditLog, Clock, Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { VoucherKind } from '../domain/voucher-kinds.js';
import { FundVoucher } from './fund-voucher.entity.js';

/** A scan that is hung on an entry or on a project. */
export interface NewVoucher {
  readonly of: { readonly projectId: string } | { readonly entryId: string; readonly bookId: string };
  readonly kind: VoucherKind;
  readonly title: string;
  readonly fileId: string;
  readonly isPublic: boolean;
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
    const where = { entryId: null, bookId: null, projectId: null, ...of };
    const by = { at: this.clock.now(), byId: actor.id, byName: actor.name };
    await manager.insert(FundVoucher, { ...told, ...where, cityId, id, by });
    const { kind, title, isPublic } = told;
    const [subjectKind, subjectId] = 'projectId' in of ? ['fund-project', of.projectId] : ['ledger-entry', of.entryId];
    const after = { kind, title, isPublic };
    await this.auditLog.record(manager, principal, { action: 'fund-voucher.attach', subjectKind, subjectId, after });
    return id;
  }
}
