import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '#libs/kernel';
import { EntryRules, PostingService } from '#libs/ledger';
import { FundBooks } from '../books/fund-books.service.js';
import { EntryRequest, PostedEntryResponse } from './entries.dto.js';
import { requirePlain } from './plain-entries.js';

/** Entries as offices post them: into books that they keep. */
@Injectable()
export class FundEntriesService implements OnModuleInit {
  constructor(
    private readonly books: FundBooks,
    private readonly posting: PostingService,
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
}
