import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import type { LedgerBook, PostedEntry } from '#libs/ledger';
import { AuditLog, Clock } from '#libs/platform';
import { CompoundHomes, type CompoundHome } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { yuanText } from '../../domain/fen.js';
import { HomeAccounts } from '../accounts/home-accounts.js';
import { firstDeposits } from './deposits.queries.js';
import type { NewDeposit } from './deposits.service.js';
import type { MaintenanceDeposit } from './maintenance-deposit.entity.js';

/** What deposits are held against: the homes of the register, and what was paid before. */
@Injectable()
export class DepositRegister {
  constructor(
    readonly accounts: HomeAccounts,
    private readonly homes: CompoundHomes,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws DomainError `maintenance.home-unknown` */
  async homesOf(
    manager: EntityManager,
    { cityId, compoundId }: LedgerBook,
    deposits: readonly NewDeposit[],
  ): Promise<ReadonlyMap<string, CompoundHome>> {
    const day = this.clock.today();
    const all = await this.homes.on(manager, cityId, { compoundId: compoundId ?? '', day });
    const wanted = new Set(deposits.map(({ unitId }) => unitId));
    const found = new Map(all.filter(({ unitId }) => wanted.has(unitId)).map((home) => [home.unitId, home]));
    if (found.size < wanted.size) throw new DomainError('maintenance.home-unknown');
    return found;
  }

  /** A home has one first deposit, by which its top-ups are judged. @throws DomainError `maintenance.first-known` */
  async requireFirst(
    manager: EntityManager,
    book: LedgerBook,
    told: { readonly deposits: readonly NewDeposit[]; readonly homes: ReadonlyMap<string, CompoundHome> },
  ): Promise<void> {
    const firsts = told.deposits.filter(({ kind }) => kind === 'first');
    if (firsts.length === 0) return;
    const known = await firstDeposits(manager, book);
    const twice = firsts.find(({ unitId }) => known.has(unitId));
    if (!twice) return;
    const { address = '' } = told.homes.get(twice.unitId) ?? {};
    throw new DomainError('maintenance.first-known', { address, amount: yuanText(known.get(twice.unitId) ?? 0n) });
  }

  async tell(
    manager: EntityManager,
    principal: Principal,
    { compoundId }: LedgerBook,
    rows: readonly MaintenanceDeposit[],
  ): Promise<void> {
    if (rows.length === 0) return;
    const sum = rows.reduce((total, { amount }) => total + BigInt(amount), 0n);
    const after = { count: rows.length, amount: yuanText(sum) };
    const line = { action: 'maintenance-fund.deposit', subjectKind: 'compound', subjectId: compoundId ?? '', after };
    await this.auditLog.record(manager, principal, line);
  }

  async idsOf(
    manager: EntityManager,
    { cityId }: LedgerBook,
    posted: readonly PostedEntry[],
  ): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string; entryId: string }[]>(
      `SELECT id, entry_id AS "entryId" FROM maintenance_deposit WHERE city_id = $1 AND entry_id = ANY($2::uuid[])`,
      [cityId, posted.map(({ id }) => id)],
    );
    const ids = new Map(rows.map(({ id, entryId }) => [entryId, id]));
    return posted.map(({ id }) => ids.get(id) ?? '');
  }
}
