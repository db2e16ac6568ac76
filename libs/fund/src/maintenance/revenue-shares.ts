import { Injectable } from '@nestjs/common';
import type { Day, Principal } from '#libs/kernel';
import { PostingService } from '#libs/ledger';
import type { EntityManager } from 'typeorm';
import { FundBooks, MAINTENANCE_FUND } from '../books/fund-books.service.js';

/** What the parties of an account of common revenue move into the maintenance fund, in fen. */
export interface RevenueShare {
  /** Of the withdrawal. */
  readonly id: string;
  readonly compoundId: string;
  readonly amount: string;
  readonly day: Day;
}

/** 公共收益转入: what leaves the one book of a compound comes into the other at once, and waits there to be allotted. */
@Injectable()
export class RevenueShares {
  constructor(
    private readonly books: FundBooks,
    private readonly posting: PostingService,
  ) {}

  /** @throws DomainError `ledger.period-closed` */
  async take(manager: EntityManager, principal: Principal, share: RevenueShare): Promise<void> {
    const { id, compoundId, day } = share;
    const book = await this.books.opened(manager, principal.cityId, { kind: MAINTENANCE_FUND, compoundId });
    const amount = BigInt(share.amount);
    const lines = [
      { account: '1002', amount, memo: null },
      { account: '4201', amount: -amount, memo: null },
    ];
    const told = {
      day,
      memo: '公共收益转入',
      basisKind: 'common-revenue',
      basis: id,
      key: `revenue-share:${id}`,
      lines,
    };
    const [answer] = await this.posting.postIn(manager, book, [told], principal);
    if (answer instanceof Error) throw answer;
  }
}
