import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import type { Day, Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { Clock, Database } from '#libs/platform';
import { CompoundNames } from '#libs/registry';
import { topUpNotice } from '../../domain/maintenance/top-up-notice.js';
import { topUpOf, type TopUp } from '../../domain/maintenance/top-ups.js';
import { MaintenanceHomes, type HomeBalance } from '../homes/maintenance-homes.service.js';

export interface HomeTopUp extends HomeBalance {
  readonly topUp: TopUp;
  readonly notice: string;
}

export interface TopUps {
  readonly on: Day;
  readonly percent: number;
  /** The text that asks for it, with its article. */
  readonly basis: string;
  readonly homes: readonly HomeTopUp[];
  /** Of these nobody recorded a first deposit, so nobody can tell. */
  readonly withoutFirst: number;
}

/** 续交: which homes hold less than the rule asks for, and how much they lack. */
@Injectable()
export class TopUpsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly homes: MaintenanceHomes,
    private readonly names: CompoundNames,
  ) {}

  /** @throws DomainError `compound.not-found` */
  async list(principal: Principal, compoundId: string, at: Day | null): Promise<TopUps> {
    const balances = await this.homes.list(principal, compoundId, at);
    const on = at ?? this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const rules = await rulesOfCity(manager, principal.cityId);
      const { value: percent, source, article } = ruleValueOn(rules, 'fund.maintenance-top-up.percent', on);
      const [named] = await this.names.inScope(manager, principal, 'fund.read', [compoundId]);
      const facts = { compound: named?.name ?? '', on, percent, basis: `《${source}》${article}` };
      const homes = balances.flatMap((each): HomeTopUp[] => {
        const topUp = topUpOf(each, percent);
        if (topUp === null) return [];
        return [{ ...each, topUp, notice: topUpNotice({ ...facts, address: each.home.address }, each, topUp) }];
      });
      const withoutFirst = balances.filter(({ first }) => first === 0n).length;
      return { on, percent, basis: facts.basis, homes, withoutFirst };
    });
  }
}
