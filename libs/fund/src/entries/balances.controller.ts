import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { BalanceQueries } from '#libs/ledger';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { FundBooks } from '../books/fund-books.service.js';
import { BalanceQuery, BalanceResponse, TrialBalanceResponse } from './balances.dto.js';

@ApiTags('fund')
@Controller('fund')
export class FundBalancesController {
  constructor(
    private readonly books: FundBooks,
    private readonly balances: BalanceQueries,
  ) {}

  /** What an account holds, with everything below it, at the end of any day, as known at any instant. */
  @Get('accounts/:code/balance')
  @Allow('fund.read')
  @ApiOkResponse({ type: BalanceResponse })
  async balance(
    @CurrentPrincipal() principal: Principal,
    @Param('code') code: string,
    @Query() query: BalanceQuery,
  ): Promise<BalanceResponse> {
    const book = await this.books.toRead(principal, query.book);
    return BalanceResponse.from(await this.balances.one(book, code, BalanceQuery.toMoment(query)), book, query);
  }

  /** 试算平衡表: every account that was ever posted to. */
  @Get('trial-balance')
  @Allow('fund.read')
  @ApiOkResponse({ type: TrialBalanceResponse })
  async trialBalance(
    @CurrentPrincipal() principal: Principal,
    @Query() query: BalanceQuery,
  ): Promise<TrialBalanceResponse> {
    const book = await this.books.toRead(principal, query.book);
    return TrialBalanceResponse.from(await this.balances.all(book, BalanceQuery.toMoment(query)), book, query);
  }
}
