import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { EntryQueries } from '#libs/ledger';
import { Allow, CurrentPrincipal, DEFAULT_LIMIT } from '#libs/platform';
import { FundBooks } from '../books/fund-books.service.js';
import { BookEntriesQuery, BookEntriesResponse, BookEntry } from './book-entries.dto.js';

@ApiTags('fund')
@Controller('fund')
export class BookEntriesController {
  constructor(
    private readonly books: FundBooks,
    private readonly entries: EntryQueries,
  ) {}

  /** 逐笔分录: the entries of a book with their lines, the newest first. */
  @Get('entries')
  @Allow('fund.read')
  @ApiOkResponse({ type: BookEntriesResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: BookEntriesQuery): Promise<BookEntriesResponse> {
    const { account = null, after = null, limit = DEFAULT_LIMIT } = query;
    const book = await this.books.toRead(principal, query.book);
    const { items, next } = await this.entries.list(book, { account, before: after, limit });
    return { items: items.map((entry) => BookEntry.of(entry, book)), next };
  }
}
