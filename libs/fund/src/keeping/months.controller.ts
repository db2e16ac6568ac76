import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { PeriodsService } from '#libs/ledger';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { BookQuery } from '../books/books.dto.js';
import { FundBooks } from '../books/fund-books.service.js';
import { monthOf } from './month-of.js';
import { FundMonthsResponse, MonthClosingRequest, MonthTurnRequest } from './months.dto.js';

/** 结账与反结账: a closed month takes no entry; who opened it again, and why, stays to be seen. */
@ApiTags('fund')
@Controller('fund/months')
export class FundMonthsController {
  constructor(
    private readonly books: FundBooks,
    private readonly periods: PeriodsService,
  ) {}

  @Get()
  @Allow('fund.read')
  @ApiOkResponse({ type: FundMonthsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() { book }: BookQuery): Promise<FundMonthsResponse> {
    return FundMonthsResponse.from(await this.periods.trail(await this.books.toRead(principal, book)));
  }

  /** Refused while a bank reconciliation of the month does not come out, unless it is said why. */
  @Post(':month/closing')
  @HttpCode(204)
  @Allow('fund.write')
  @ApiNoContentResponse()
  async close(
    @CurrentPrincipal() principal: Principal,
    @Param('month') month: string,
    @Body() { book: name, reason, differencesReason }: MonthClosingRequest,
  ): Promise<void> {
    const book = await this.books.toKeep(principal, name);
    await this.periods.turn(principal, book, { month: monthOf(month), step: 'closing', reason, differencesReason });
  }

  @Post(':month/reopening')
  @HttpCode(204)
  @Allow('fund.write')
  @ApiNoContentResponse()
  async reopen(
    @CurrentPrincipal() principal: Principal,
    @Param('month') month: string,
    @Body() { book: name, reason }: MonthTurnRequest,
  ): Promise<void> {
    const book = await this.books.toKeep(principal, name);
    await this.periods.turn(principal, book, { month: monthOf(month), step: 'reopening', reason });
  }
}
