import { Injectable } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { LedgerEntry, PostingService, type LedgerBook, type NewReversal, type PostedEntry } from '#libs/ledger';
import { Clock, Database, Ids } from '#libs/platform';
import type { EntityManager } from 'typeorm';
import { FundBooks } from '../books/fund-books.service.js';
import { RevenueShares } from '../maintenance/revenue-shares.js';
import { PostedEntryResponse, type ReversalRequest } from './entries.dto.js';

/** 冲销: an entry is undone by its opposite; what stands in two books of a compound is undone in both or in neither. */
@Injectable()
export class FundReversals {
  constructor(
    private readonly books: FundBooks,
    private readonly posting: PostingService,
    private readonly shares: RevenueShares,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError `ledger.entry-unknown`, `ledger.already-reversed`, `fund.not-keeper`, `maintenance.share-…` */
  async reverse(
    principal: Principal,
    entryId: string,
    { request, key }: { readonly request: ReversalRequest; readonly key: string | null },
  ): Promise<PostedEntryResponse> {
    const { cityId } = principal;
    const entry = await this.inCity(principal, (manager) => manager.findOneBy(LedgerEntry, { cityId, id: entryId }));
    if (!entry) throw new DomainError('ledger.entry-unknown');
    const book = await this.books.toKeepOf(principal, entry.bookId, 'ledger.entry-unknown');
    const { date: day = this.clock.today(), reason: memo } = request;
    const reversal = { entryId, day, memo, key: key ?? `reversal:${this.ids.next()}` };
    return PostedEntryResponse.from(await this.posted(principal, { book, entry, reversal }), book);
  }

  private async posted(
    principal: Principal,
    { book, entry, reversal }: { book: LedgerBook; entry: LedgerEntry; reversal: NewReversal },
  ): Promise<PostedEntry> {
    const share = await this.inCity(principal, async (manager) => {
      await this.shares.requireAlone(manager, entry);
      return this.shares.leftBy(manager, entry);
    });
    if (share === null) return this.posting.reverse(principal, book, reversal);
    return this.inCity(principal, async (manager) => {
      const answer = await this.posting.reverseIn(manager, book, reversal, principal);
      if (answer instanceof Error) throw answer;
      if (answer.isNew) await this.shares.giveBack(manager, principal, share, reversal);
      return answer;
    });
  }

  private inCity<T>(principal: Principal, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(principal, work);
  }
}
