import { Injectable } from '@nestjs/common';
import { addDays, DomainError, type Principal } from '#libs/kernel';
import { Clock, Database, PaperPrinter } from '#libs/platform';
import { CompoundScopes } from '#libs/registry';
import { spokenForBy } from '../../domain/bindings/voice.js';
import { PersonalData } from '../../owners/personal-data.js';
import type { UnitOf } from '../../ownerships/transfers.service.js';
import { lockUnit, oneUnit } from '../../units/units.service.js';
import { knownOwners } from '../../writing/known-roster.js';
import { holdersOf, namedUnits } from '../bindings.queries.js';
import { shownAddress } from '../shown-address.js';
import { BindingCodes, CODE_DAYS } from './binding-codes.js';
import { bindingSlip } from './binding-slip.js';

/** 绑定码 on paper: an owner without a phone in the register shows by it that the letter reached them. */
@Injectable()
export class BindingSlips {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
    private readonly data: PersonalData,
    private readonly codes: BindingCodes,
    private readonly printer: PaperPrinter,
  ) {}

  /**
   * Prints a code for an owner of a unit; the code printed before is worth nothing from now on.
   * @param origin scheme and host under which people reach this installation, for the QR code
   * @throws DomainError `compound.not-found`, `unit.not-found`, `binding.not-owner`
   */
  async print(
    principal: Principal,
    { compoundId, unitId }: UnitOf,
    { ownerId, origin }: { readonly ownerId: string; readonly origin: string },
  ): Promise<Buffer> {
    const { cityId } = principal;
    const today = this.clock.today();
    const slip = await this.database.transaction(principal, async (manager) => {
      await this.scopes.require(manager, principal, { permission: 'binding.write', compoundIds: [compoundId] });
      await lockUnit(manager, cityId, unitId);
      await oneUnit(manager, cityId, { compoundId, unitId });
      const held = await holdersOf(manager, cityId, { unitIds: [unitId], on: today });
      const [owner] = await knownOwners(manager, cityId, { compoundIds: [compoundId], ownerIds: [ownerId] });
      if (!owner || spokenForBy(held.get(unitId)?.shares ?? [], ownerId).length === 0)
        throw new DomainError('binding.not-owner');
      const code = await this.codes.give(manager, principal, { compoundId, unitId, ownerId });
      const unit = (await namedUnits(manager, cityId, { unitIds: [unitId], on: today })).get(unitId);
      const { name } = this.data.masked({ cityId, ownerId }, owner.detail);
      return { compound: unit?.compound ?? '', address: unit ? shownAddress(unit) : '', name, code };
    });
    const url = `${origin}/owner/home?code=${slip.code}`;
    return this.printer.print(bindingSlip({ ...slip, until: addDays(today, CODE_DAYS), url }));
  }
}
