import { Injectable } from '@nestjs/common';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { AuditLog, Clock, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { lockUnit } from '../units/units.service.js';
import { BindingTelling } from './binding-telling.js';
import { judge, openBindingsOfUnits } from './bindings.queries.js';
import { UnitBinding, type BindingWay } from './unit-binding.entity.js';

/** A binding about to be made; that the caller may make it was judged before. */
export interface NewBinding {
  readonly compoundId: string;
  readonly unitId: string;
  readonly ownerId: string;
  readonly account: { readonly id: string; readonly name: string };
  readonly way: BindingWay;
  readonly phoneHash?: string;
  readonly seenDocument?: string;
  readonly reason?: string;
}

const LAPSED = '名册变更，绑定不再有效';

/** The one place where bindings are made and ended: with their audit line, and with word to the owners. */
@Injectable()
export class BindingWriter {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly auditLog: AuditLog,
    private readonly telling: BindingTelling,
  ) {}

  today(): Day {
    return this.clock.today();
  }

  /** @throws DomainError `binding.not-owner`, `binding.exists` */
  async bind(manager: EntityManager, principal: Principal, given: NewBinding): Promise<UnitBinding> {
    const { cityId } = principal;
    const { compoundId, unitId, ownerId, account, way } = given;
    await lockUnit(manager, cityId, unitId);
    const row = manager.create(UnitBinding, {
      ...{ cityId, compoundId, unitId, ownerId, way, userId: account.id },
      id: this.ids.next(),
      phoneHash: given.phoneHash ?? null,
      seenDocument: given.seenDocument ?? null,
      reason: given.reason ?? null,
      boundAt: this.clock.now(),
      boundBy: principal.actor.id,
      boundByName: principal.actor.name,
      ...{ endedAt: null, endedByName: null, endReason: null },
    });
    const open = await openBindingsOfUnits(manager, cityId, [unitId]);
    const before = open.filter((each) => each.ownerId === ownerId && each.userId === account.id);
    const judged = await judge(manager, cityId, { rows: [row, ...before], on: this.clock.today() });
    const [next, ...earlier] = judged.bindings;
    if (next?.holds !== true) throw new DomainError('binding.not-owner');
    if (earlier.some(({ holds }) => holds)) throw new DomainError('binding.exists');
    for (const lapsed of before) await this.end(manager, principal, { row: lapsed, reason: LAPSED });
    await manager.insert(UnitBinding, row);
    await this.auditLog.record(manager, principal, {
      action: 'binding.bind',
      subjectKind: 'unit',
      subjectId: unitId,
      after: { binding: row.id, ownerId, account: account.id, way, seenDocument: row.seenDocument, reason: row.reason },
    });
    await this.telling.tell(manager, principal, { judged, unitId, account: account.name });
    return row;
  }

  async end(
    manager: EntityManager,
    principal: Principal,
    { row, reason }: { readonly row: UnitBinding; readonly reason: string },
  ): Promise<void> {
    const { cityId, id, unitId, ownerId, userId } = row;
    const ended = { endedAt: this.clock.now(), endedByName: principal.actor.name, endReason: reason };
    await manager.update(UnitBinding, { cityId, id }, ended);
    await this.auditLog.record(manager, principal, {
      action: 'binding.end',
      subjectKind: 'unit',
      subjectId: unitId,
      before: { binding: id, ownerId, account: userId },
      after: { reason },
    });
  }
}
