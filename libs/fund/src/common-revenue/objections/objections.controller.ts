import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, DEFAULT_LIMIT, IdPageQuery } from '#libs/platform';
import {
  RevenueAnswerRequest,
  RevenueEscalationRequest,
  RevenueObjectionsResponse,
  RevenueOverdueResponse,
  RevenuePaperObjectionRequest,
} from './objections.dto.js';
import { RevenueObjections } from './objections.service.js';
import { RevenueOverdue } from './revenue-overdue.js';

/** 公共收益异议: at the desk, by whoever answers, and by the street. */
@ApiTags('common revenue')
@Controller('common-revenue')
export class RevenueObjectionsController {
  constructor(
    private readonly objections: RevenueObjections,
    private readonly late: RevenueOverdue,
  ) {}

  @Get('compounds/:id/objections')
  @Allow('revenue.read')
  @ApiOkResponse({ type: RevenueObjectionsResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() query: IdPageQuery,
  ): Promise<RevenueObjectionsResponse> {
    const { after = null, limit = DEFAULT_LIMIT } = query;
    return RevenueObjectionsResponse.from(await this.objections.list(principal, compoundId, { after, limit }));
  }

  @Post('compounds/:id/objections')
  @Allow('fund.apply')
  @ApiOperation({ summary: '代业主登记书面异议；姓名只有受理单位能看' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async raise(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Body() request: RevenuePaperObjectionRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.objections.raiseOnPaper(principal, compoundId, request) };
  }

  @Post('objections/:id/answer')
  @Allow('revenue.ask')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answer(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RevenueAnswerRequest,
  ): Promise<void> {
    await this.objections.answer(principal, id, request);
  }

  @Post('objections/:id/escalation')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '街道介入，可关联 WY-18 办件' })
  @ApiNoContentResponse()
  async escalate(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RevenueEscalationRequest,
  ): Promise<void> {
    await this.objections.escalate(principal, id, request);
  }

  @Get('overdue')
  @Allow('fund.read')
  @ApiOperation({ summary: '逾期未公示的季度，逾期未答复的异议' })
  @ApiOkResponse({ type: RevenueOverdueResponse })
  async overdue(@CurrentPrincipal() principal: Principal): Promise<RevenueOverdueResponse> {
    return { items: await this.late.list(principal) };
  }
}
