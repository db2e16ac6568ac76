import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, DEFAULT_LIMIT, IdPageQuery } from '#libs/platform';
import { BookQueries } from './books.queries.js';
import { BookQuery, FundAccount, FundAccountsResponse, FundBooksResponse } from './books.dto.js';
import { FundBooks } from './fund-books.service.js';

@ApiTags('fund')
@Controller('fund')
export class FundBooksController {
  constructor(
    private readonly books: FundBooks,
    private readonly queries: BookQueries,
  ) {}

  /** The books that the caller reads, the city’s fund first. */
  @Get('books')
  @Allow('fund.read')
  @ApiOkResponse({ type: FundBooksResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() { after, limit = DEFAULT_LIMIT }: IdPageQuery,
  ): Promise<FundBooksResponse> {
    const { items, next } = await this.queries.list(principal, { after: after ?? null, limit });
    return { items: [...items], next };
  }

  /** 科目表: all accounts of a book, by code. */
  @Get('accounts')
  @Allow('fund.read')
  @ApiOkResponse({ type: FundAccountsResponse })
  async accounts(
    @CurrentPrincipal() principal: Principal,
    @Query() { book }: BookQuery,
  ): Promise<FundAccountsResponse> {
    const accounts = await this.queries.accounts(await this.books.toRead(principal, book));
    return { items: accounts.map((account) => FundAccount.from(account)) };
  }
}
