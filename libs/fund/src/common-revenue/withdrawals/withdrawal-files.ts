import { Injectable } from '@nestjs/common';
import { rulesOfCity } from '#libs/assembly';
import { DomainError, type Day, type Principal } from '#libs/kernel';
import { ruleValueOn } from '#libs/law';
import { CompoundScopes } from '#libs/registry';
import type { EntityManager } from 'typeorm';
import { consentsNeeded, type Party } from '../../domain/common-revenue/consents.js';
import { withdrawalFault, type RevenueUse } from '../../domain/common-revenue/withdrawals.js';
import { basesOf, withdrawalRow, yearOf, type WithdrawalRow } from './withdrawals.queries.js';

export interface Drawn {
  readonly compoundId: string;
  readonly use: RevenueUse;
  readonly amount: bigint;
  readonly basisId: string | null;
  readonly fileId: string | null;
}

/** Withdrawals as their parties work on them, one at a time, held against what allows them. */
@Injectable()
export class WithdrawalFiles {
  constructor(private readonly scopes: CompoundScopes) {}

  /** Whoever comes second sees what the first one did. @throws DomainError `common-revenue.withdrawal-unknown` */
  async lock(manager: EntityManager, principal: Principal, id: string): Promise<WithdrawalRow> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('common-revenue:' || $1, 0))`, [id]);
    const row = await withdrawalRow(manager, principal.cityId, id);
    const asked = { permission: 'revenue.consent', compoundIds: row ? [row.compoundId] : [] };
    const seen = await this.scopes.inside(manager, principal, asked);
    if (!row || !seen.has(row.compoundId)) throw new DomainError('common-revenue.withdrawal-unknown', { id });
    return row;
  }

  /** How many parties have to agree on a day. */
  async needed(manager: EntityManager, cityId: number, on: { parties: readonly Party[]; day: Day }): Promise<number> {
    const rules = await rulesOfCity(manager, cityId);
    return consentsNeeded(ruleValueOn(rules, 'common-revenue.consents.least', on.day).value, on.parties);
  }

  /** @throws DomainError `common-revenue.…`, as the owners or the law do not allow it */
  async requireAllowed(
    manager: EntityManager,
    cityId: number,
    { drawn, day }: { drawn: Drawn; day: Day },
  ): Promise<void> {
    const { compoundId, basisId } = drawn;
    const bases = await basesOf(manager, cityId, { compoundId, day });
    const basis = bases.find(({ id }) => id === basisId) ?? null;
    if (basisId !== null && basis === null) throw new DomainError('common-revenue.decision-unfit');
    const year = await yearOf(manager, cityId, { compoundId, day });
    const costPercent = ruleValueOn(await rulesOfCity(manager, cityId), 'common-revenue.cost.percent', day).value;
    const found = basis && { ...basis, most: BigInt(basis.most), drawn: BigInt(basis.drawn) };
    const fault = withdrawalFault({
      ...drawn,
      ...year,
      day,
      basis: found,
      hasProof: drawn.fileId !== null,
      costPercent,
    });
    if (fault !== null) throw new DomainError(fault, { percent: costPercent });
  }
}
