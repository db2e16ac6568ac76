import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import type { Day, Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { Clock, Database } from '#libs/platform';
import { CompoundScopes, rowScopeCondition } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { lackingPapers, papersDueOn, type RepairPaper } from '../../../domain/maintenance/repair-papers.js';
import { lackingSpendings, type LackingRow, type SpendingRow } from '../spendings.queries.js';

export interface LateRepair extends Omit<LackingRow, 'papers' | 'approvedOn'> {
  readonly lacking: readonly RepairPaper[];
  readonly dueOn: Day;
}

/** The clock of a repair: by when what is lacking has to be there. */
export interface RepairClock {
  readonly dueOn: Day | null;
  readonly isOverdue: boolean;
}

/** 逾期: repairs whose money was approved and whose papers did not come in time; as a rule those of an emergency. */
@Injectable()
export class RepairOverdue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: CompoundScopes,
  ) {}

  /** Of the compounds that somebody looks after, the longest overdue first. */
  async list(principal: Principal): Promise<readonly LateRepair[]> {
    return this.database.transaction(principal, async (manager) => {
      const scoped = rowScopeCondition('s', await this.scopes.of(manager, principal, 'fund.read'), 2);
      const days = await this.days(manager, principal);
      return (await lackingSpendings(manager, principal.cityId, scoped))
        .flatMap(({ papers, approvedOn, ...told }) => {
          const dueOn = papersDueOn({ papers, approvedOn }, days);
          const isOver = dueOn !== null && dueOn < this.clock.today();
          return isOver ? [{ ...told, lacking: lackingPapers({ papers }), dueOn }] : [];
        })
        .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id));
    });
  }

  async clockOf(
    manager: EntityManager,
    principal: Principal,
    repair: Pick<SpendingRow, 'papers' | 'approvedOn'>,
  ): Promise<RepairClock> {
    const dueOn = papersDueOn(repair, await this.days(manager, principal));
    return { dueOn, isOverdue: dueOn !== null && dueOn < this.clock.today() };
  }

  private async days(manager: EntityManager, { cityId }: Principal): Promise<number> {
    const rules = await rulesOfCity(manager, cityId);
    return ruleValueOn(rules, 'fund.emergency-acceptance.days', this.clock.today()).value;
  }
}
