import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf, StepUp } from '#libs/platform';
import { PaymentQueue } from './payment-queue.js';
import { ApprovedResponse, WaitingPaymentsResponse } from './payments.dto.js';
import { PaymentsService } from './payments.service.js';
import { ApprovalRequest, RejectionRequest } from '../projects.dto.js';

/** 付款复核. */
@ApiTags('fund')
@Controller('fund/payments')
export class PaymentsController {
  constructor(
    private readonly payments: PaymentsService,
    private readonly queue: PaymentQueue,
  ) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ summary: '等待复核的付款，并说明您能不能复核' })
  @ApiOkResponse({ type: WaitingPaymentsResponse })
  async waiting(
    @CurrentPrincipal() principal: Principal,
    @Headers('accept-language') language?: string,
  ): Promise<WaitingPaymentsResponse> {
    return { items: [...(await this.queue.list(principal, languageOf(language)))] };
  }

  @Post(':id/approvals')
  @Allow('fund.write')
  @StepUp()
  @ApiOperation({ summary: '复核：第二人复核的同时付款' })
  @ApiCreatedResponse({ type: ApprovedResponse })
  async approve(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { hasNoInterest, date }: ApprovalRequest,
  ): Promise<ApprovedResponse> {
    return { entry: await this.payments.approve(principal, id, { hasNoInterest, day: date ?? null }) };
  }

  @Post(':id/rejection')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async reject(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RejectionRequest,
  ): Promise<void> {
    await this.payments.reject(principal, id, reason);
  }
}
