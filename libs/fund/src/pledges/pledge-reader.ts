import { Injectable } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { cityOfCode, Clock, Database, DEFAULT_LIMIT, pageOf, type IdPageQuery, type Page } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FundBooks } from '../books/fund-books.service.js';
import { PledgeResponse, PublicPledge, PublicPledgesResponse } from './pledges.dto.js';
import { listPledges, pledgeTotals, type PledgeRow } from './pledges.queries.js';

/** 认捐 as its keeper and as everybody reads it. */
@Injectable()
export class PledgeReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly books: FundBooks,
  ) {}

  /** @throws DomainError `fund.not-keeper` */
  async list(principal: Principal, query: IdPageQuery): Promise<Page<PledgeResponse>> {
    await this.books.toKeep(principal);
    const today = this.clock.today();
    return this.database.transaction(principal, async (manager) => {
      const { items, next } = await page(manager, principal.cityId, query);
      return { items: items.map((row) => PledgeResponse.from(row, today)), next };
    });
  }

  /** Without sign-in. @throws DomainError `city.not-found` */
  async shown(cityCode: string, query: IdPageQuery): Promise<PublicPledgesResponse> {
    const { id: cityId } = await cityOfCode(this.database, cityCode);
    const today = this.clock.today();
    return this.database.snapshot({ cityId }, async (manager) => {
      const totals = PublicPledgesResponse.totals(await pledgeTotals(manager, cityId, today));
      const { items, next } = await page(manager, cityId, query);
      return { ...totals, items: items.map((row) => PublicPledge.from(row, today)), next };
    });
  }
}

async function page(
  manager: EntityManager,
  cityId: number,
  { after, limit = DEFAULT_LIMIT }: IdPageQuery,
): Promise<Page<PledgeRow>> {
  const rows = await listPledges(manager, cityId, { after: after ?? null, limit: limit + 1 });
  return pageOf(rows, limit, ({ id }) => id);
}
