import { Injectable } from '@nestjs/common';
import { cityOfCode, Database, DEFAULT_LIMIT, pageOf, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { vouchersOfRepairs, type ShownVoucher } from '../../vouchers/vouchers.queries.js';
import { spendingsOf, type SpendingRow } from '../spending/spendings.queries.js';
import { requireNamed } from './public-maintenance.service.js';

/** A repair with what shows it. */
export interface ShownRepair {
  readonly repair: SpendingRow;
  readonly vouchers: readonly ShownVoucher[];
}

interface RepairsAsked {
  readonly compoundId: string;
  readonly after?: string;
  readonly limit?: number;
  /** Only those of which this home bears a share. */
  readonly unitId?: string;
}

/** 维修支出公示 (住宅专项维修资金管理办法 30): all that were not sent back, the newest first. */
@Injectable()
export class PublicRepairs {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `request.not-found`, `compound.not-found` */
  async list(cityCode: string, asked: RepairsAsked): Promise<Page<ShownRepair>> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    return this.database.snapshot({ cityId }, async (manager) => {
      await requireNamed(manager, cityId, asked.compoundId);
      return this.page(manager, cityId, asked);
    });
  }

  async page(manager: EntityManager, cityId: number, asked: RepairsAsked): Promise<Page<ShownRepair>> {
    const { compoundId, after = null, limit = DEFAULT_LIMIT, unitId } = asked;
    const standing = { compoundId, after, limit: limit + 1, isStanding: true };
    const found = await spendingsOf(manager, cityId, { ...standing, ...(unitId === undefined ? {} : { unitId }) });
    const { items, next } = pageOf(found, limit, ({ id }) => id);
    const ids = items.map(({ id }) => id);
    const vouchers = await vouchersOfRepairs(manager, cityId, ids);
    return {
      items: items.map((repair) => ({
        ...{ repair, vouchers: vouchers.filter(({ spendingId }) => spendingId === repair.id) },
      })),
      next,
    };
  }
}
