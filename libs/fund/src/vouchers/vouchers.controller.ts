import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
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
  @ApiCreatedResponse({ type: RecordedResponse })
  async ofProject(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: VoucherRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.vouchers.ofProject(principal, id, request) };
  }

  @Post('entries/:id/vouchers')
  @Allow('fund.write')
  @ApiOperation({ summary: '为一笔分录附上凭证' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async ofEntry(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: VoucherRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.vouchers.ofEntry(principal, id, request) };
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
