import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { Bindings } from '#libs/roster';
import { MaintenanceHomes, type HomeAccount } from '../homes/maintenance-homes.service.js';

/** 分户账 as the owners of a home see it: the balance is the home's, and moves with it (住宅专项维修资金管理办法 28). */
@Injectable()
export class OwnSubAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bindings: Bindings,
    private readonly homes: MaintenanceHomes,
  ) {}

  /** Of a home that the caller, or whom they act for, owns today. @throws DomainError `maintenance.home-unknown` */
  async account(principal: Principal, unitId: string): Promise<HomeAccount> {
    return this.database.transaction(principal, async (manager) => {
      const { spokenFor, units } = await this.bindings.unitsOf(manager, principal, { on: this.clock.today() });
      const unit = units.find(({ id, owners }) => id === unitId && owners.some((owner) => spokenFor.has(owner.id)));
      if (!unit) throw new DomainError('maintenance.home-unknown');
      return this.homes.account(manager, principal.cityId, { compoundId: unit.compoundId, unitId, at: null });
    });
  }
}
