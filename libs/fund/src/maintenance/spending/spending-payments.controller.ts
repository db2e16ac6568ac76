import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf } from '#libs/platform';
import { MaintenanceSpendingSheetResponse, SpendingPaidResponse } from './spending-answers.dto.js';
import { SpendingPayments } from './spending-payments.service.js';
import { SpendingReader } from './spending-reader.js';
import { SpendingApprovalRequest, SpendingCollectionRequest, SpendingRejectionRequest } from './spendings.dto.js';

/** One 维修支出: its shares, its approval and what was taken. */
@ApiTags('maintenance-fund')
@Controller('maintenance-spendings/:id')
export class MaintenanceSpendingController {
  constructor(
    private readonly reader: SpendingReader,
    private readonly payments: SpendingPayments,
  ) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ summary: '一笔维修支出：各户分摊、已付和还差' })
  @ApiOkResponse({ type: MaintenanceSpendingSheetResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') language?: string,
  ): Promise<MaintenanceSpendingSheetResponse> {
    return MaintenanceSpendingSheetResponse.sheet(await this.reader.one(principal, id), languageOf(language));
  }

  @Post('approvals')
  @Allow('fund.write')
  @ApiOperation({ summary: '复核；第二人复核后从有余额的分户支付' })
  @ApiCreatedResponse({ type: SpendingPaidResponse })
  async approve(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { hasNoInterest, date }: SpendingApprovalRequest,
  ): Promise<SpendingPaidResponse> {
    return { entry: await this.payments.approve(principal, id, { hasNoInterest, day: date ?? null }) };
  }

  @Post('collection')
  @Allow('fund.write')
  @ApiOperation({ summary: '分户续交后，补付各户还差的部分' })
  @ApiCreatedResponse({ type: SpendingPaidResponse })
  async collect(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { date }: SpendingCollectionRequest,
  ): Promise<SpendingPaidResponse> {
    return { entry: await this.payments.collect(principal, id, date ?? null) };
  }

  @Post('rejection')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '退回，写明理由' })
  @ApiNoContentResponse()
  async reject(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: SpendingRejectionRequest,
  ): Promise<void> {
    await this.payments.reject(principal, id, reason);
  }
}
