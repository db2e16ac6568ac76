import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database, type IdPageQuery, type Page } from '#libs/platform';
import { Bindings } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { MaintenanceHomes, type HomeAccount } from '../homes/maintenance-homes.service.js';
import { PublicRepairs, type ShownRepair } from '../public/public-repairs.service.js';
import { sharesOfHome, type OwnShare } from '../spending/shares.queries.js';

/** A repair as everybody sees it, with what a home bears of it. */
export interface OwnShown {
  readonly shown: ShownRepair;
  readonly share: OwnShare;
}

/** 分户账 as the owners of a home see it: the balance is the home's, and moves with it (住宅专项维修资金管理办法 28). */
@Injectable()
export class OwnSubAccounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly bindings: Bindings,
    private readonly homes: MaintenanceHomes,
    private readonly works: PublicRepairs,
  ) {}

  /** Of a home that the caller, or whom they act for, owns today. @throws DomainError `maintenance.home-unknown` */
  async account(principal: Principal, unitId: string): Promise<HomeAccount> {
    return this.database.transaction(principal, async (manager) => {
      const compoundId = await this.compoundOf(manager, principal, unitId);
      return this.homes.account(manager, principal.cityId, { compoundId, unitId, at: null });
    });
  }

  /** 自家分摊的维修, the newest first. @throws DomainError `maintenance.home-unknown` */
  async repairs(principal: Principal, unitId: string, query: IdPageQuery): Promise<Page<OwnShown>> {
    const { cityId } = principal;
    return this.database.transaction(principal, async (manager) => {
      const compoundId = await this.compoundOf(manager, principal, unitId);
      const { items, next } = await this.works.page(manager, cityId, { ...query, compoundId, unitId });
      const ids = items.map(({ repair }) => repair.id);
      const shares = await sharesOfHome(manager, cityId, { unitId, ids });
      return {
        items: items.map((shown) => ({ shown, share: shares.get(shown.repair.id) ?? { amount: '0', taken: '0' } })),
        next,
      };
    });
  }

  private async compoundOf(manager: EntityManager, principal: Principal, unitId: string): Promise<string> {
    const { spokenFor, units } = await this.bindings.unitsOf(manager, principal, { on: this.clock.today() });
    const unit = units.find(({ id, owners }) => id === unitId && owners.some((owner) => spokenFor.has(owner.id)));
    if (!unit) throw new DomainError('maintenance.home-unknown');
    return unit.compoundId;
  }
}
