import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { requireKey } from '../entries/idempotency-key.js';
import { VoucherRequest, VoucherWithdrawalRequest } from './vouchers.dto.js';
import { VoucherWithdrawals } from './voucher-withdrawals.service.js';
import { VouchersService } from './vouchers.service.js';

/** 凭证: scans that show an entry or a project. */
@ApiTags('fund')
@Controller('fund')
export class VouchersController {
  constructor(
    private readonly vouchers: VouchersService,
    private readonly withdrawals: VoucherWithdrawals,
  ) {}

  @Post('projects/:id/vouchers')
  @Allow('fund.write')
  @ApiOperation({ summary: '为项目附上凭证或照片' })
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per voucher' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async ofProject(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: VoucherRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordedResponse> {
    return { id: await this.vouchers.ofProject(principal, id, { ...request, key: requireKey(key) }) };
  }

  @Post('entries/:id/vouchers')
  @Allow('fund.write')
  @ApiOperation({ summary: '为一笔分录附上凭证' })
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per voucher' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async ofEntry(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: VoucherRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordedResponse> {
    return { id: await this.vouchers.ofEntry(principal, id, { ...request, key: requireKey(key) }) };
  }

  @Post('vouchers/:id/withdrawal')
  @HttpCode(204)
  @Allow('fund.write')
  @ApiOperation({ summary: '撤回公开：误公开的凭证不再显示，撤回的日期和理由公开' })
  @ApiNoContentResponse()
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: VoucherWithdrawalRequest,
  ): Promise<void> {
    await this.withdrawals.withdraw(principal, id, reason);
  }
}
