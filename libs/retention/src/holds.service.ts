import { Injectable } from '@nestjs/common';
import { AssemblyFiles } from '#libs/assembly';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { Erasure } from './erasure.entity.js';
import { LegalHoldRelease } from './legal-hold-release.entity.js';
import { LegalHold } from './legal-hold.entity.js';

/** A hold as it is shown. */
export interface ShownHold {
  readonly id: string;
  readonly assemblyId: string;
  readonly title: string;
  readonly reason: string;
  readonly at: Date;
  readonly byName: string;
  readonly releasedAt: Date | null;
  readonly releaseReason: string | null;
}

const HOLDS = `
  SELECT h.id, h.assembly_id AS "assemblyId", t.title, h.reason, h.at, h.by_name AS "byName", r.at AS "releasedAt",
    r.reason AS "releaseReason"
  FROM legal_hold h
  JOIN assembly t ON t.city_id = h.city_id AND t.id = h.assembly_id
  LEFT JOIN legal_hold_release r ON r.city_id = h.city_id AND r.hold_id = h.id
  WHERE h.city_id = $1 AND ($2::uuid IS NULL OR h.assembly_id = $2) AND ($2::uuid IS NOT NULL OR r.at IS NULL)
  ORDER BY h.id DESC`;

/** The holds of one vote, or of all votes those that stand. */
export async function holdsOf(
  manager: EntityManager,
  cityId: number,
  assemblyId: string | null,
): Promise<readonly ShownHold[]> {
  return manager.query<ShownHold[]>(HOLDS, [cityId, assemblyId]);
}

/** 暂停销毁: while somebody sues or inquires, the papers of a vote stay beyond their days. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `assembly.not-found` */
  async list(principal: Principal, assemblyId: string): Promise<readonly ShownHold[]> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.read(manager, principal, assemblyId);
      return holdsOf(manager, principal.cityId, assemblyId);
    });
  }

  /** @throws DomainError `assembly.not-found`, `legal-hold.erased` */
  async hold(principal: Principal, assemblyId: string, reason: string): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.files.lock(manager, principal, assemblyId);
      const { cityId, actor } = principal;
      const erased = await manager.findOneBy(Erasure, { cityId, assemblyId });
      if (erased) throw new DomainError('legal-hold.erased', { day: erased.onDay });
      const id = this.ids.next();
      const common = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(LegalHold, { cityId, id, assemblyId, reason, ...common });
      await this.record(manager, principal, assemblyId, { action: 'retention.hold', after: { id, reason } });
      return id;
    });
  }

  /** @throws DomainError `assembly.not-found`, `legal-hold.not-found`, `legal-hold.released` */
  async release(
    principal: Principal,
    assemblyId: string,
    { id, reason }: { readonly id: string; readonly reason: string },
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      await this.files.lock(manager, principal, assemblyId);
      const { cityId, actor } = principal;
      if (!(await manager.existsBy(LegalHold, { cityId, id, assemblyId }))) {
        throw new DomainError('legal-hold.not-found', { id });
      }
      if (await manager.existsBy(LegalHoldRelease, { cityId, holdId: id })) {
        throw new DomainError('legal-hold.released');
      }
      const common = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(LegalHoldRelease, { cityId, holdId: id, reason, ...common });
      await this.record(manager, principal, assemblyId, { action: 'retention.release', after: { id, reason } });
    });
  }

  private async record(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    entry: { readonly action: string; readonly after: object },
  ): Promise<void> {
    await this.auditLog.record(manager, principal, { ...entry, subjectKind: 'assembly', subjectId });
  }
}
