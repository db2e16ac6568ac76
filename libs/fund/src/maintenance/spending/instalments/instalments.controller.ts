import { Body, Controller, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { SpendingRejectionRequest } from '../spendings.dto.js';
import { InstalmentPayments } from './instalment-payments.service.js';
import { InstalmentApprovalRequest, InstalmentCollectionRequest, InstalmentPaidResponse } from './instalments.dto.js';

/** 维修合同的一期付款: asked for, approved by two, and posted by itself. */
@ApiTags('maintenance-fund')
@Controller('maintenance-spendings/:id/instalments/:position')
export class InstalmentsController {
  constructor(private readonly payments: InstalmentPayments) {}

  @Post('request')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '申请支付一期；须先有这一期所需的合同、进度确认单、验收和发票，质保金须质保期满' })
  @ApiNoContentResponse()
  async ask(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('position', ParseIntPipe) position: number,
  ): Promise<void> {
    await this.payments.ask(principal, { id, position });
  }

  @Post('approvals')
  @Allow('fund.write')
  @ApiOperation({ summary: '复核一期付款；第二人复核后从有余额的分户支付' })
  @ApiCreatedResponse({ type: InstalmentPaidResponse })
  async approve(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('position', ParseIntPipe) position: number,
    @Body() { hasNoInterest, date }: InstalmentApprovalRequest,
  ): Promise<InstalmentPaidResponse> {
    const asked = { hasNoInterest, day: date ?? null };
    return { entry: await this.payments.approve(principal, { id, position }, asked) };
  }

  @Post('rejection')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '退回一期付款申请，写明理由；补正后可以再申请' })
  @ApiNoContentResponse()
  async sendBack(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('position', ParseIntPipe) position: number,
    @Body() { reason }: SpendingRejectionRequest,
  ): Promise<void> {
    await this.payments.sendBack(principal, { id, position }, reason);
  }

  @Post('collection')
  @Allow('fund.write')
  @ApiOperation({ summary: '分户续交后，补付这一期各户还差的部分' })
  @ApiCreatedResponse({ type: InstalmentPaidResponse })
  async collect(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('position', ParseIntPipe) position: number,
    @Body() { date }: InstalmentCollectionRequest,
  ): Promise<InstalmentPaidResponse> {
    return { entry: await this.payments.collect(principal, { id, position }, date ?? null) };
  }
}
