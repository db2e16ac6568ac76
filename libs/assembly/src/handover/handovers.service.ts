import { Injectable } from '@nestjs/common';
import { STATE_COUNCIL_CALENDAR } from '#libs/devolution';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Database, Ids } from '#libs/platform';
import { CompoundScopes, FileAccess } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { rulesOfCity } from '../assemblies/city-rules.js';
import { limitsOn, periodEnd } from '../domain/assembly/timetable.js';
import { HANDED_OVER, signatureFault } from '../domain/handover.js';
import { HandoverItem } from './handover-item.entity.js';
import { HandoverSignature } from './handover-signature.entity.js';
import { Handover } from './handover.entity.js';

export interface NewHandover {
  readonly compoundId: string;
  readonly fromName: string;
  readonly toName: string;
  readonly endedOn: Day;
  /** Beside what the law names. */
  readonly more: readonly string[];
}

export interface NewSignature {
  readonly side: 'from' | 'to';
  readonly signer: string;
  readonly note: string | null;
  readonly fileId: string | null;
}

/** 移交清单: opened when a term ends, signed item by item by both sides (指导规则第四十八条). */
@Injectable()
export class HandoversService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly scopes: CompoundScopes,
    private readonly papers: FileAccess,
    private readonly auditLog: AuditLog,
  ) {}

  /** @returns the id @throws DomainError `compound.not-found`, `handover.known` */
  async open(principal: Principal, { more, ...told }: NewHandover): Promise<string> {
    return this.database.transaction(principal, async (manager) => {
      await this.requireWrite(manager, principal, told.compoundId);
      const { cityId, actor } = principal;
      const { handoverDays } = limitsOn(await rulesOfCity(manager, cityId), told.endedOn);
      const dueOn = periodEnd(told.endedOn, handoverDays, (day) => STATE_COUNCIL_CALENDAR.isWorkingDay(day));
      const id = this.ids.next();
      const by = { at: this.clock.now(), byId: actor.id, byName: actor.name };
      await manager.insert(Handover, { ...told, ...by, cityId, id, dueOn });
      const items = [...HANDED_OVER, ...more].map((name, at) => ({
        ...{ cityId, id: this.ids.next(), handoverId: id, position: at + 1, name },
      }));
      await manager.insert(HandoverItem, items);
      await this.record(manager, principal, id, { action: 'handover.open', after: { ...told, dueOn, more } });
      return id;
    });
  }

  /** One side signs for one item. @throws DomainError `handover.…`, `file.not-found` */
  async sign(
    principal: Principal,
    { handoverId, itemId }: { readonly handoverId: string; readonly itemId: string },
    signature: NewSignature,
  ): Promise<void> {
    await this.database.transaction(principal, async (manager) => {
      const { cityId, actor } = principal;
      const handover = await manager.findOneBy(Handover, { cityId, id: handoverId });
      const item = handover && (await manager.findOneBy(HandoverItem, { cityId, id: itemId, handoverId }));
      if (!item || !(await this.mayWrite(manager, principal, handover.compoundId))) {
        throw new DomainError('handover.not-found', { id: itemId });
      }
      const former = await manager.findBy(HandoverSignature, { cityId, itemId });
      const fault = signatureFault(former, signature);
      if (fault) throw new DomainError(fault);
      if (signature.fileId !== null) await this.papers.requireAttach(manager, principal, signature.fileId);
      const by = { at: this.clock.now(), onDay: this.clock.today(), byId: actor.id, byName: actor.name };
      await manager.insert(HandoverSignature, { ...signature, ...by, cityId, itemId });
      const { side, signer } = signature;
      const after = { item: item.name, side, signer };
      await this.record(manager, principal, handoverId, { action: 'handover.sign', after });
    });
  }

  private async requireWrite(manager: EntityManager, principal: Principal, compoundId: string): Promise<void> {
    await this.scopes.require(manager, principal, { permission: 'assembly.write', compoundIds: [compoundId] });
  }

  private async mayWrite(manager: EntityManager, principal: Principal, compoundId: string): Promise<boolean> {
    const asked = { permission: 'assembly.write', compoundIds: [compoundId] };
    return (await this.scopes.inside(manager, principal, asked)).has(compoundId);
  }

  private async record(
    manager: EntityManager,
    principal: Principal,
    subjectId: string,
    entry: { readonly action: string; readonly after: object },
  ): Promise<void> {
    const of = { subjectKind: 'handover', subjectId, legalBasis: '业主大会和业主委员会指导规则第四十八条' };
    await this.auditLog.record(manager, principal, { ...entry, ...of });
  }
}
