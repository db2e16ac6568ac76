import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { Clock, Database } from '#libs/platform';
import { CompoundHomes, type CompoundHome } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import {
  benefiting,
  costShares,
  splitFault,
  takenFrom,
  type CostScope,
  type HomeShare,
} from '../../domain/maintenance/cost-split.js';
import { balancesOfHomes } from '../homes/movements.queries.js';
import { MaintenanceBooks } from '../maintenance-books.js';

/** What a home bears, what its sub-account gives of it, and what it lacks. */
export interface SplitShare extends HomeShare<CompoundHome> {
  readonly taken: bigint;
  readonly lacking: bigint;
}

/** Whoever holds it still is the developer, who bears its share (住宅专项维修资金管理办法 21). */
export const isDevelopers = ({ standing }: Pick<CompoundHome, 'standing'>): boolean =>
  standing === 'unsold' || standing === 'undelivered';

/** 分摊: who bears how much of a repair. */
@Injectable()
export class CostSplits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly homes: CompoundHomes,
    private readonly books: MaintenanceBooks,
  ) {}

  /** As it would be if it were paid now. @throws DomainError `compound.not-found`, `maintenance.…` */
  async preview(
    principal: Principal,
    compoundId: string,
    { scope, cost }: { readonly scope: CostScope; readonly cost: bigint },
  ): Promise<readonly SplitShare[]> {
    const book = await this.books.toRead(principal, compoundId);
    return this.database.transaction(principal, async (manager) => {
      const shares = await this.shares(manager, principal.cityId, { compoundId, scope, cost });
      const balances = book === null ? new Map<string, bigint>() : await balancesOfHomes(manager, book, null);
      return shares.map((each) => ({ ...each, ...takenFrom(balances.get(each.home.unitId) ?? 0n, each.share) }));
    });
  }

  /** @throws DomainError `maintenance.scope-empty`, `maintenance.area-missing`, `maintenance.home-unknown` */
  async shares(
    manager: EntityManager,
    cityId: number,
    asked: { readonly compoundId: string; readonly scope: CostScope; readonly cost: bigint },
  ): Promise<readonly HomeShare<CompoundHome>[]> {
    const { compoundId, scope, cost } = asked;
    const all = await this.homes.on(manager, cityId, { compoundId, day: this.clock.today() });
    const homes = benefiting(all, scope);
    if (scope.benefit === 'homes' && homes.length < new Set(scope.unitIds).size)
      throw new DomainError('maintenance.home-unknown');
    const fault = splitFault(homes);
    const unmeasured = homes.filter(({ area }) => area === null || area === 0n).map(({ address }) => address);
    if (fault !== null) throw new DomainError(fault, { homes: unmeasured.slice(0, 5).join('、') });
    return costShares(cost, homes);
  }
}
