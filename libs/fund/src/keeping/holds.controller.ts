import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DomainError, type Principal } from '#libs/kernel';
import { amountOf, HoldQueries, HoldsService } from '#libs/ledger';
import { Allow, CurrentPrincipal, DEFAULT_LIMIT } from '#libs/platform';
import { FundBooks } from '../books/fund-books.service.js';
import { requireKey } from '../entries/idempotency-key.js';
import {
  FundHoldMadeResponse,
  FundHoldRequest,
  FundHoldResponse,
  FundHoldsResponse,
  HoldReleaseRequest,
  HoldsQuery,
} from './holds.dto.js';
import { ProjectHolds } from './project-holds.js';

/** 两步付款: an amount is set aside here, and paid by an entry that names it. */
@ApiTags('fund')
@Controller('fund/holds')
export class FundHoldsController {
  constructor(
    private readonly books: FundBooks,
    private readonly holds: HoldsService,
    private readonly queries: HoldQueries,
    private readonly projects: ProjectHolds,
  ) {}

  /** What is set aside and what was, the latest first. */
  @Get()
  @Allow('fund.read')
  @ApiOkResponse({ type: FundHoldsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: HoldsQuery): Promise<FundHoldsResponse> {
    const { open = false, after, limit = DEFAULT_LIMIT } = query;
    const book = await this.books.toRead(principal, query.book);
    const { items, next } = await this.queries.list(book, { open, after: after ?? null, limit });
    return { items: items.map((hold) => FundHoldResponse.from(hold, book)), next };
  }

  /** Sets an amount aside. The same key with the same request answers the same hold. */
  @Post()
  @Allow('fund.write')
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per hold' })
  @ApiCreatedResponse({ type: FundHoldMadeResponse })
  async hold(
    @CurrentPrincipal() principal: Principal,
    @Body() request: FundHoldRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<FundHoldMadeResponse> {
    const known = requireKey(key);
    const book = await this.books.toKeep(principal, request.book);
    const { account, memo, basisKind = null, basis = null } = request;
    const amount = amountOf(request.amount, book.decimals);
    if (amount === null || amount <= 0n)
      throw new DomainError('ledger.amount-invalid', { amount: request.amount, decimals: book.decimals });
    const { id } = await this.holds.hold(principal, book, { account, amount, memo, basisKind, basis, key: known });
    return { id, book: book.id };
  }

  /** 解冻: what was set aside is free again. */
  @Post(':id/release')
  @HttpCode(204)
  @Allow('fund.write')
  @ApiNoContentResponse()
  async release(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: HoldReleaseRequest,
  ): Promise<void> {
    const bookId = await this.queries.bookOf(principal, id);
    const book = await this.books.toKeepOf(principal, bookId, 'ledger.hold-unknown');
    await this.projects.requireNone(principal, id);
    await this.holds.release(principal, book, id, reason);
  }
}
