import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError, type Principal } from '#libs/kernel';
import { EntryRules, LedgerEntry, PostingService } from '#libs/ledger';
import { Clock, Database, Ids } from '#libs/platform';
import { FundBooks } from '../books/fund-books.service.js';
import { EntryRequest, PostedEntryResponse, type ReversalRequest } from './entries.dto.js';
import { requirePlain } from './plain-entries.js';

/** Entries as offices post them: into books that they keep. */
@Injectable()
export class FundEntriesService implements OnModuleInit {
  constructor(
    private readonly books: FundBooks,
    private readonly posting: PostingService,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly rules: EntryRules,
  ) {}

  /** A file of entries is no way around what is asked of one. */
  onModuleInit(): void {
    this.rules.add(requirePlain);
  }

  /** @throws DomainError `ledger.…`, `fund.not-keeper`, `fund.spends-without-payment` */
  async post(principal: Principal, request: EntryRequest, key: string): Promise<PostedEntryResponse> {
    const book = await this.books.toKeep(principal, request.book);
    const entry = EntryRequest.toNew(request, book, key);
    requirePlain(book, entry.lines);
    const posted = await this.posting.post(principal, book, entry);
    return PostedEntryResponse.from(posted, book);
  }

  /** @throws DomainError `ledger.entry-unknown`, `ledger.already-reversed`, `fund.not-keeper` */
  async reverse(
    principal: Principal,
    entryId: string,
    { request, key }: { readonly request: ReversalRequest; readonly key: string | null },
  ): Promise<PostedEntryResponse> {
    const { cityId } = principal;
    const entry = await this.database.transaction(principal, (manager) =>
      manager.findOneBy(LedgerEntry, { cityId, id: entryId }),
    );
    if (!entry) throw new DomainError('ledger.entry-unknown');
    const book = await this.books.toKeepOf(principal, entry.bookId, 'ledger.entry-unknown');
    const { date: day = this.clock.today(), reason: memo } = request;
    const reversal = { entryId, day, memo, key: key ?? `reversal:${this.ids.next()}` };
    return PostedEntryResponse.from(await this.posting.reverse(principal, book, reversal), book);
  }
}
