import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { AssemblyFiles } from '../assemblies/assembly-files.js';
import type { Delivered } from '../domain/assembly/deemed.js';
import type { DeliveryMethod } from '../domain/assembly/published-rules.js';
import { requireParties } from '../roll/parties.js';
import { Delivery } from './delivery.entity.js';

/** One attempt to reach a party. */
export interface NewDelivery {
  readonly partyId: string;
  readonly method: DeliveryMethod;
  readonly outcome: Delivery['outcome'];
  readonly recipient: Delivered['recipient'];
  readonly note: string | null;
  /** A picture or receipt that shows it. */
  readonly fileId: string | null;
}

/** 送达台账: only added to; the last word on a party is not the only one. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly files: AssemblyFiles,
    private readonly papers: FileAccess,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `delivery.not-now`, `roll.party-unknown`, `file.not-found` */
  async record(principal: Principal, assemblyId: string, entries: readonly NewDelivery[]): Promise<number> {
    return this.database.transaction(principal, async (manager) => {
      const file = await this.files.lock(manager, principal, assemblyId);
      if (file.state !== 'noticed' && file.state !== 'open') throw new DomainError('delivery.not-now');
      const { cityId, actor } = principal;
      await requireParties(
        manager,
        { cityId, assemblyId },
        entries.map(({ partyId }) => partyId),
      );
      await this.requirePapers(manager, principal, entries);
      const common = { cityId, assemblyId, at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(
        Delivery,
        entries.map((entry) => ({ ...entry, ...common, id: this.ids.next() })),
      );
      await this.auditLog.record(manager, principal, {
        ...{ action: 'delivery.record', subjectKind: 'assembly', subjectId: assemblyId },
        after: { attempts: entries.length },
      });
      return entries.length;
    });
  }

  private async requirePapers(
    manager: EntityManager,
    principal: Principal,
    entries: readonly NewDelivery[],
  ): Promise<void> {
    for (const fileId of new Set(entries.map((entry) => entry.fileId))) {
      if (fileId !== null) await this.papers.requireAttach(manager, principal, fileId);
    }
  }
}
