import { Injectable } from '@nestjs/common';
import { OwnerPhoneWriter } from '#libs/identity';
import { DomainError, type Principal } from '#libs/kernel';
import type { UnitOf } from '../../ownerships/transfers.service.js';
import { BindingTelling } from '../binding-telling.js';
import { judge } from '../bindings.queries.js';
import { UnitBinding } from '../unit-binding.entity.js';
import { DeskUnits } from './desk-units.js';

/** The next phone of whoever is bound, with what was seen at the desk. */
export interface DeskPhoneChange {
  readonly bindingId: string;
  readonly phone: string;
  readonly seenDocument: string;
  readonly reason: string;
}

/** 柜台换号: whoever lost the phone shows at the desk who they are; what they are bound to stays. */
@Injectable()
export class DeskPhonesService {
  constructor(
    private readonly units: DeskUnits,
    private readonly phones: OwnerPhoneWriter,
    private readonly telling: BindingTelling,
  ) {}

  /** @throws DomainError `unit.not-found`, `binding.not-found`, `binding.already-ended`, `owner-phone.…` */
  async change(principal: Principal, unitOf: UnitOf, change: DeskPhoneChange): Promise<void> {
    const { cityId } = principal;
    const { bindingId, phone, seenDocument, reason } = change;
    await this.units.at(principal, unitOf, async (manager, note) => {
      const { unitId } = unitOf;
      const row = await manager.findOneBy(UnitBinding, { cityId, id: bindingId, unitId });
      if (!row) throw new DomainError('binding.not-found');
      const judged = await judge(manager, cityId, { rows: [row], on: this.units.today() });
      if (judged.bindings[0]?.holds !== true) throw new DomainError('binding.already-ended');
      const account = await this.phones.change(manager, principal, { userId: row.userId, phone, reason });
      await note('binding.change-phone', { binding: row.id, account: row.userId, seenDocument, reason });
      await this.telling.tellOfPhone(manager, principal, { judged, unitId, account: account.name });
    });
  }
}
