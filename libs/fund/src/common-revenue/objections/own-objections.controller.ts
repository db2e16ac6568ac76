import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, DEFAULT_LIMIT, IdPageQuery } from '#libs/platform';
import { RevenueObjectionRequest, RevenueObjectionsResponse } from './objections.dto.js';
import { RevenueObjections } from './objections.service.js';

/** 业主提异议: to what was published of their own compounds. */
@ApiTags('owners')
@Controller('me/common-revenue/objections')
export class OwnRevenueObjectionsController {
  constructor(private readonly objections: RevenueObjections) {}

  @Get()
  @Allow('home.read')
  @ApiOperation({ summary: '我提出的公共收益异议和答复' })
  @ApiOkResponse({ type: RevenueObjectionsResponse })
  async own(@CurrentPrincipal() principal: Principal, @Query() query: IdPageQuery): Promise<RevenueObjectionsResponse> {
    const { after = null, limit = DEFAULT_LIMIT } = query;
    return RevenueObjectionsResponse.from(await this.objections.own(principal, { after, limit }));
  }

  @Post()
  @Allow('revenue.object')
  @ApiOperation({ summary: '对公共收益提异议；不公开姓名' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async raise(
    @CurrentPrincipal() principal: Principal,
    @Body() request: RevenueObjectionRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.objections.raise(principal, request) };
  }
}
