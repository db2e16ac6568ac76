import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
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
import { Allow, CurrentPrincipal } from '#libs/platform';
import { fenOf } from '../../../domain/fen.js';
import { requireKey } from '../../../entries/idempotency-key.js';
import { QuoteRequest } from '../../../spending/projects.dto.js';
import { RepairOverdue } from './repair-overdue.js';
import {
  OverdueRepairItem,
  OverdueRepairsResponse,
  RepairAcceptanceRequest,
  RepairContractRequest,
  RepairVoucherRequest,
} from './repair-papers.dto.js';
import { RepairPapers } from './repair-papers.service.js';

/** 维修支出的报价、合同、验收和凭证. */
@ApiTags('maintenance-fund')
@Controller('maintenance-spendings/:id')
export class RepairPapersController {
  constructor(private readonly papers: RepairPapers) {}

  @Post('quotes')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '登记一家的报价' })
  @ApiNoContentResponse()
  async quote(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { firm, amount, fileId }: QuoteRequest,
  ): Promise<void> {
    await this.papers.quote(principal, id, { firm, amount: fenOf(amount), fileId: fileId ?? null });
  }

  @Post('contract')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '登记合同和付款安排：单位须与申请一致，金额不超过申请；不写付款安排的，验收后一次付清' })
  @ApiNoContentResponse()
  async contract(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RepairContractRequest,
  ): Promise<void> {
    await this.papers.contract(principal, id, RepairContractRequest.toNew(request));
  }

  @Post('acceptance')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '登记验收；不是应急的，验收和发票齐全后才能支付结算款' })
  @ApiNoContentResponse()
  async accept(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RepairAcceptanceRequest,
  ): Promise<void> {
    await this.papers.accept(principal, id, RepairAcceptanceRequest.toNew(request));
  }

  @Post('vouchers')
  @Allow('fund.write')
  @ApiOperation({ summary: '附上发票、照片或其他凭证' })
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per voucher' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async attach(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RepairVoucherRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordedResponse> {
    return { id: await this.papers.attach(principal, id, { ...request, key: requireKey(key) }) };
  }
}

/** 逾期未补齐的维修支出. */
@ApiTags('maintenance-fund')
@Controller('maintenance-funds/overdue')
export class OverdueRepairsController {
  constructor(private readonly late: RepairOverdue) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ summary: '已付款而逾期没有补齐合同、验收或发票的维修支出' })
  @ApiOkResponse({ type: OverdueRepairsResponse })
  async list(@CurrentPrincipal() principal: Principal): Promise<OverdueRepairsResponse> {
    return { items: (await this.late.list(principal)).map((each) => OverdueRepairItem.from(each)) };
  }
}
