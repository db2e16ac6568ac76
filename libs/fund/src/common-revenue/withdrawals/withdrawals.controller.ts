import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, StepUp } from '#libs/platform';
import {
  RevenueConsentRequest,
  RevenuePaidResponse,
  RevenueRejectionRequest,
  WithdrawalRequest,
} from './withdrawals.dto.js';
import { WithdrawalsService } from './withdrawals.service.js';

/** 公共收益支取. */
@ApiTags('common revenue')
@Controller('common-revenue')
export class WithdrawalsController {
  constructor(private readonly withdrawals: WithdrawalsService) {}

  @Post('compounds/:id/withdrawals')
  @Allow('revenue.ask')
  @ApiOperation({ summary: '提出支取：须有业主决定；合理成本须有凭证' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async ask(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Body() request: WithdrawalRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.withdrawals.ask(principal, WithdrawalRequest.toNew(request, compoundId)) };
  }

  @Post('withdrawals/:id/consents')
  @Allow('revenue.consent')
  @StepUp()
  @ApiOperation({ summary: '一方同意；最后一方同意的同时付款' })
  @ApiCreatedResponse({ type: RevenuePaidResponse })
  async consent(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RevenueConsentRequest,
  ): Promise<RevenuePaidResponse> {
    const told = { party: request.party, paper: RevenueConsentRequest.paperOf(request) };
    return { entry: await this.withdrawals.consent(principal, id, told) };
  }

  @Post('withdrawals/:id/rejection')
  @Allow('revenue.consent')
  @HttpCode(204)
  @ApiNoContentResponse()
  async reject(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RevenueRejectionRequest,
  ): Promise<void> {
    await this.withdrawals.reject(principal, id, reason);
  }
}
