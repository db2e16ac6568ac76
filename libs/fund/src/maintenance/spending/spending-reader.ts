import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { Clock, Database, pageOf, type Page } from '#libs/platform';
import { CompoundHomes } from '#libs/roster';
import type { EntityManager } from 'typeorm';
import { tiesOf } from '../../spending/payments/ties.queries.js';
import { vouchersOfRepairs, type ShownVoucher } from '../../vouchers/vouchers.queries.js';
import { MaintenanceBooks } from '../maintenance-books.js';
import { RepairOverdue, type RepairClock } from './papers/repair-overdue.js';
import { doable } from './instalments/instalment-rules.js';
import type { InstalmentFile } from './instalments/instalments.dto.js';
import { SpendingFiles } from './spending-files.js';
import { sharesOfSpending, type ShareRow } from './shares.queries.js';
import { spendingsOf, type SpendingRow } from './spendings.queries.js';

export interface NamedShare extends ShareRow {
  readonly address: string;
  readonly place: string;
}

/** One repair, with what the caller may do about it. */
export interface SpendingSheet {
  readonly spending: SpendingRow;
  readonly shares: readonly NamedShare[];
  readonly keeps: boolean;
  readonly instalments: readonly InstalmentFile[];
  readonly vouchers: readonly ShownVoucher[];
  readonly clock: RepairClock;
}

/** Repairs as whoever reads the fund of a compound sees them. */
@Injectable()
export class SpendingReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly books: MaintenanceBooks,
    private readonly files: SpendingFiles,
    private readonly homes: CompoundHomes,
    private readonly papers: RepairOverdue,
  ) {}

  /** The newest first. @throws DomainError `compound.not-found` */
  async list(
    principal: Principal,
    compoundId: string,
    { after, limit }: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<SpendingRow>> {
    await this.books.toRead(principal, compoundId);
    const rows = await this.database.transaction(principal, (manager) =>
      spendingsOf(manager, principal.cityId, { compoundId, after, limit: limit + 1 }),
    );
    return pageOf(rows, limit, ({ id }) => id);
  }

  /** With the share of every home, by address. @throws DomainError `maintenance.spending-unknown` */
  async one(principal: Principal, id: string): Promise<SpendingSheet> {
    return this.database.transaction(principal, async (manager) => {
      const spending = await this.files.read(manager, principal, { id });
      const { compoundId } = spending;
      const homes = await this.homes.on(manager, principal.cityId, { compoundId, day: this.clock.today() });
      const known = new Map(homes.map((home) => [home.unitId, home]));
      const shares = (await sharesOfSpending(manager, principal.cityId, id)).map((share): NamedShare => {
        const { address = '', place = '' } = known.get(share.unitId) ?? {};
        return { ...share, address, place };
      });
      const keeps = await this.files.keeps(manager, principal, spending);
      const instalments = await this.instalments(manager, principal, { spending, keeps });
      const vouchers = await vouchersOfRepairs(manager, principal.cityId, [id]);
      const clock = await this.papers.clockOf(manager, principal, spending);
      const byAddress = shares.toSorted((one, other) => (one.place < other.place ? -1 : 1));
      return { spending, shares: byAddress, keeps, instalments, vouchers, clock };
    });
  }

  private async instalments(
    manager: EntityManager,
    principal: Principal,
    { spending, keeps }: Pick<SpendingSheet, 'spending' | 'keeps'>,
  ): Promise<readonly InstalmentFile[]> {
    if (!keeps) return spending.instalments.map((row) => ({ row, deeds: [], fault: null }));
    const on = this.clock.today();
    const ties = await tiesOf(manager, principal, on);
    return spending.instalments.map((row) => {
      return { row, ...doable({ spending, instalment: row }, principal, { ties, on }) };
    });
  }
}
