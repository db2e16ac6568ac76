import { Injectable } from '@nestjs/common';
import { OwnerAccounts } from '#libs/identity';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import type { UnitOf } from '../ownerships/transfers.service.js';
import { oneUnit } from '../units/units.service.js';
import { accountNames } from './account-names.js';
import { BindingWriter } from './binding-writer.js';
import { judge, type Judged } from './bindings.queries.js';
import { UnitBinding } from './unit-binding.entity.js';

/** Everything that ever bound somebody to a unit, newest first. */
export interface UnitBindings extends Judged {
  readonly accounts: ReadonlyMap<string, string>;
}

/** A binding made at the desk, with what was seen there. */
export interface DeskBinding {
  readonly ownerId: string;
  readonly phone: string;
  readonly seenDocument: string;
  readonly reason: string;
}

/** Bindings of one unit, as offices see and make them. */
@Injectable()
export class UnitBindingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
    private readonly accounts: OwnerAccounts,
    private readonly writer: BindingWriter,
  ) {}

  /** @throws DomainError `compound.not-found`, `unit.not-found` */
  async list(principal: Principal, unitOf: UnitOf): Promise<UnitBindings> {
    const { cityId } = principal;
    return this.database.transaction(principal, async (manager) => {
      await this.require(manager, principal, 'roster.read', unitOf);
      const where = { cityId, unitId: unitOf.unitId };
      const rows = await manager.find(UnitBinding, { where, order: { id: 'DESC' } });
      const judged = await judge(manager, cityId, { rows, on: this.clock.today() });
      return { ...judged, accounts: await accountNames(manager, cityId, judged.bindings) };
    });
  }

  /** @throws DomainError `compound.not-found`, `unit.not-found`, `owner-code.phone-invalid` and those of the writer */
  async bindAtDesk(principal: Principal, unitOf: UnitOf, told: DeskBinding): Promise<string> {
    const { phone, ...rest } = told;
    return this.database.transaction(principal, async (manager) => {
      await this.require(manager, principal, 'binding.write', unitOf);
      const account = await this.accounts.forPhone(manager, principal.cityId, phone);
      const row = await this.writer.bind(manager, principal, { ...unitOf, ...rest, account, way: 'desk' });
      return row.id;
    });
  }

  /** @throws DomainError `compound.not-found`, `unit.not-found`, `binding.not-found`, `binding.already-ended` */
  async end(
    principal: Principal,
    unitOf: UnitOf,
    given: { readonly id: string; readonly reason: string },
  ): Promise<void> {
    const { cityId } = principal;
    await this.database.transaction(principal, async (manager) => {
      await this.require(manager, principal, 'binding.write', unitOf);
      const where = { cityId, id: given.id, unitId: unitOf.unitId };
      const row = await manager.findOne(UnitBinding, { where, lock: { mode: 'pessimistic_write' } });
      if (!row) throw new DomainError('binding.not-found');
      if (row.endedAt !== null) throw new DomainError('binding.already-ended');
      await this.writer.end(manager, principal, { row, reason: given.reason });
    });
  }

  private async require(
    manager: EntityManager,
    principal: Principal,
    permission: string,
    unitOf: UnitOf,
  ): Promise<void> {
    await this.scopes.require(manager, principal, { permission, compoundIds: [unitOf.compoundId] });
    await oneUnit(manager, principal.cityId, unitOf);
  }
}
