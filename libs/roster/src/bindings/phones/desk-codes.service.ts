import { Injectable } from '@nestjs/common';
import { DataAccesses, OwnerAccounts, OwnerCodes, type IssuedCode } from '#libs/identity';
import { DomainError, type Principal } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import { spokenForBy } from '../../domain/bindings/voice.js';
import { PersonalData } from '../../owners/personal-data.js';
import type { UnitOf } from '../../ownerships/transfers.service.js';
import { knownOwners } from '../../writing/known-roster.js';
import { holdersOf, judge } from '../bindings.queries.js';
import { UnitBinding } from '../unit-binding.entity.js';
import { DeskUnits } from './desk-units.js';

/** Whom a code is for: who is bound, with the phone that is bound; or an owner, with that of the register. */
export interface DeskCodeFor {
  readonly bindingId: string | null;
  readonly ownerId: string | null;
  readonly seenDocument: string;
}

/** 登录码: where no message comes, the desk hands out what the message would have said. */
@Injectable()
export class DeskCodesService {
  constructor(
    private readonly units: DeskUnits,
    private readonly codes: OwnerCodes,
    private readonly accounts: OwnerAccounts,
    private readonly data: PersonalData,
    private readonly accesses: DataAccesses,
  ) {}

  /** @throws DomainError `unit.not-found`, `binding.not-found`, `binding.not-owner`, `owner-phone.none` */
  async issue(principal: Principal, unitOf: UnitOf, to: DeskCodeFor): Promise<IssuedCode> {
    return this.units.at(principal, unitOf, async (manager, note) => {
      const phone = await this.phoneFor(manager, principal, unitOf, to);
      if (phone === null) throw new DomainError('owner-phone.none');
      const issued = await this.codes.issue(manager, principal, phone);
      await note('owner-code.issue', { ...to, phone: issued.phone });
      await this.accesses.recordOfPhone(manager, principal, phone, 'desk-code');
      return issued;
    });
  }

  private async phoneFor(
    manager: EntityManager,
    { cityId }: Principal,
    { compoundId, unitId }: UnitOf,
    { bindingId, ownerId }: DeskCodeFor,
  ): Promise<string | null> {
    const on = this.units.today();
    if (bindingId !== null) {
      const row = await manager.findOneBy(UnitBinding, { cityId, id: bindingId, unitId });
      if (!row) throw new DomainError('binding.not-found');
      const { bindings } = await judge(manager, cityId, { rows: [row], on });
      if (bindings[0]?.holds !== true) throw new DomainError('binding.already-ended');
      return this.accounts.phoneOfAccount(manager, cityId, row.userId);
    }
    const held = await holdersOf(manager, cityId, { unitIds: [unitId], on });
    const known = await knownOwners(manager, cityId, { compoundIds: [compoundId], ownerIds: [ownerId ?? ''] });
    const [owner] = known;
    if (!owner || spokenForBy(held.get(unitId)?.shares ?? [], owner.ownerId).length === 0) {
      throw new DomainError('binding.not-owner');
    }
    return this.data.open({ cityId, ownerId: owner.ownerId }, 'phone', owner.detail);
  }
}
