import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { DomainError, type Day } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { Clock } from '#libs/platform';
import { CompoundHomes } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../../../domain/fen.js';
import { allot } from '../../../domain/maintenance/allotment.js';
import {
  atOnce,
  instalmentShares,
  mostOf,
  scheduleFault,
  type Instalment,
} from '../../../domain/maintenance/instalments.js';
import { sharesOfSpending } from '../shares.queries.js';
import type { SpendingRow } from '../spendings.queries.js';
import { MaintenanceInstalmentShare } from '../tables/maintenance-instalment-share.entity.js';
import { MaintenanceInstalment } from '../tables/maintenance-instalment.entity.js';

/** What a contract says of its payments; nothing of instalments: it pays once. */
export interface ToldSchedule {
  readonly repair: SpendingRow;
  readonly amount: bigint;
  readonly signedOn: Day;
  readonly instalments?: readonly Instalment[];
}

/** 付款安排: when a contract is paid, and what each home bears of each instalment, laid down with the contract. */
@Injectable()
export class Schedules {
  constructor(
    private readonly clock: Clock,
    private readonly homes: CompoundHomes,
  ) {}

  /**
   * What homes bear is split anew of what the contract costs; what it costs less than was asked for stays theirs.
   * @throws DomainError `maintenance.schedule-…`, `maintenance.advance-beyond`, `maintenance.retention-…`
   */
  async lay(manager: EntityManager, cityId: number, { repair, ...told }: ToldSchedule): Promise<void> {
    const schedule = told.instalments ?? atOnce(told.amount);
    await requireFit(manager, cityId, schedule, told);
    const of = { cityId, spendingId: repair.id };
    const rows = schedule.map(({ amount, ...each }, at) => {
      return { ...of, ...each, position: at + 1, amount: String(amount) };
    });
    await manager.insert(MaintenanceInstalment, rows);
    const amounts = schedule.map(({ amount }) => amount);
    const shares = await this.shares(manager, cityId, { repair, amounts });
    const borne = shares.map((share) => ({ ...of, ...share }));
    for (let from = 0; from < borne.length; from += 500)
      await manager.insert(MaintenanceInstalmentShare, borne.slice(from, from + 500));
  }

  /** By the areas on the day on which the repair was asked for; odd fen in the order of addresses. */
  private async shares(
    manager: EntityManager,
    cityId: number,
    { repair: { id, compoundId }, amounts }: { readonly repair: SpendingRow; readonly amounts: readonly bigint[] },
  ): Promise<readonly Omit<MaintenanceInstalmentShare, 'cityId' | 'spendingId'>[]> {
    const homes = await this.homes.on(manager, cityId, { compoundId, day: this.clock.today() });
    const places = new Map(homes.map(({ unitId, place }) => [unitId, place]));
    const bearers = (await sharesOfSpending(manager, cityId, id)).map(({ unitId, area }) => {
      return { unitId, key: `${places.get(unitId) ?? ''}~${unitId}`, weight: BigInt(area) };
    });
    const contract = amounts.reduce((sum, amount) => sum + amount, 0n);
    const whole = allot(contract, bearers);
    const parts = bearers.map(({ key }) => ({ key, weight: whole.get(key) ?? 0n }));
    return instalmentShares(amounts, parts).flatMap((borne, at) =>
      bearers.map(({ unitId, key }) => ({ instalment: at + 1, unitId, amount: String(borne.get(key) ?? 0n) })),
    );
  }
}

async function requireFit(
  manager: EntityManager,
  cityId: number,
  schedule: readonly Instalment[],
  { amount: contract, signedOn }: Omit<ToldSchedule, 'repair'>,
): Promise<void> {
  const rules = await rulesOfCity(manager, cityId);
  const percentOf = (key: string): number => ruleValueOn(rules, key, signedOn).value;
  const advanceMost = percentOf('fund.repair-advance.percent');
  const retentionMost = percentOf('fund.repair-retention.percent');
  const fault = scheduleFault(schedule, { contract, signedOn, advanceMost, retentionMost });
  if (fault === null) return;
  const percent = fault === 'maintenance.advance-beyond' ? advanceMost : retentionMost;
  const sum = schedule.reduce((all, { amount }) => all + amount, 0n);
  const amounts = { sum: yuanText(sum), contract: yuanText(contract), most: yuanText(mostOf(contract, percent)) };
  throw new DomainError(fault, { ...amounts, percent });
}
