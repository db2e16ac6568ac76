import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
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
  /** Under which it is sent, however often; none where it comes with a deed of its own. */
  readonly key?: string;
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

  /** What was sent under this key before; whoever comes second with it waits for the first. @throws DomainError */
  async known(manager: EntityManager, { cityId, actor }: Principal, voucher: NewVoucher): Promise<string | null> {
    const { key: idempotencyKey } = voucher;
    if (idempotencyKey === undefined) return null;
    const turn = `fund-voucher-key:${actor.id}:${idempotencyKey}`;
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [turn]);
    const known = await manager.findOneBy(FundVoucher, { cityId, by: { byId: actor.id }, idempotencyKey });
    if (known && known.inputHash !== hashOf(voucher)) throw new DomainError('voucher.key-used');
    return known?.id ?? null;
  }

  /**
   * The same key with the same scan answers the same voucher.
   * @returns the id @throws DomainError `voucher.key-used`, `file.not-found` for a scan that the caller may not hand on
   */
  async attach(manager: EntityManager, principal: Principal, voucher: NewVoucher): Promise<string> {
    return (await this.known(manager, principal, voucher)) ?? this.write(manager, principal, voucher);
  }

  /** For whoever asked before what is known. @returns the id @throws DomainError `file.not-found` as above */
  async write(manager: EntityManager, principal: Principal, voucher: NewVoucher): Promise<string> {
    const { of, key = null, ...told } = voucher;
    await this.papers.requireAttach(manager, principal, told.fileId);
    const { cityId, actor } = principal;
    const id = this.ids.next();
    const where = { entryId: null, bookId: null, projectId: null, spendingId: null, instalment: null, ...of };
    const by = { at: this.clock.now(), byId: actor.id, byName: actor.name };
    const sent = { idempotencyKey: key, inputHash: key === null ? null : hashOf(voucher) };
    await manager.insert(FundVoucher, { ...told, ...where, ...sent, cityId, id, by });
    const { kind, title, isPublic } = told;
    const after = { kind, title, isPublic };
    await this.auditLog.record(manager, principal, { action: 'fund-voucher.attach', ...subjectOf(of), after });
    return id;
  }
}

function hashOf({ of, kind, title, fileId, isPublic }: NewVoucher): string {
  return createHash('sha256')
    .update(JSON.stringify([subjectOf(of), of.instalment ?? null, kind, title, fileId, isPublic]))
    .digest('hex');
}
