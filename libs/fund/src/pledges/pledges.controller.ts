import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery, Public } from '#libs/platform';
import { requireKey } from '../entries/idempotency-key.js';
import { PledgeReader } from './pledge-reader.js';
import {
  PledgedMoneyRequest,
  PledgeRequest,
  PledgesResponse,
  PledgeWithdrawalRequest,
  PublicPledgesResponse,
} from './pledges.dto.js';
import { PledgesService } from './pledges.service.js';

/** 认捐. */
@ApiTags('fund')
@Controller('fund/pledges')
export class PledgesController {
  constructor(
    private readonly pledges: PledgesService,
    private readonly reader: PledgeReader,
  ) {}

  @Get()
  @Allow('fund.write')
  @ApiOperation({ summary: '认捐，最新在前；由管理全市基金的人查看' })
  @ApiOkResponse({ type: PledgesResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: IdPageQuery): Promise<PledgesResponse> {
    const { items, next } = await this.reader.list(principal, query);
    return { items: [...items], next };
  }

  @Post()
  @Allow('fund.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async record(@CurrentPrincipal() principal: Principal, @Body() request: PledgeRequest): Promise<RecordedResponse> {
    return { id: await this.pledges.record(principal, PledgeRequest.toNew(request)) };
  }

  @Post(':id/receipts')
  @Allow('fund.write')
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per receipt' })
  @ApiOperation({ summary: '认捐到账：入账，个人捐赠同时出具证书' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async keep(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: PledgedMoneyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordedResponse> {
    return { id: await this.pledges.keep(principal, id, PledgedMoneyRequest.toNew(request), requireKey(key)) };
  }

  @Post(':id/withdrawal')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: PledgeWithdrawalRequest,
  ): Promise<void> {
    await this.pledges.withdraw(principal, id, reason);
  }
}

/** 认捐公开: what was promised, and what came of it. */
@ApiTags('public')
@Controller('public/:city/fund/pledges')
export class PublicPledgesController {
  constructor(private readonly reader: PledgeReader) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '认捐、到账、未到账；姓名遮盖' })
  @ApiOkResponse({ type: PublicPledgesResponse })
  async list(@Param('city') city: string, @Query() query: IdPageQuery): Promise<PublicPledgesResponse> {
    return this.reader.shown(city, query);
  }
}
