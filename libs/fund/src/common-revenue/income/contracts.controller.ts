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
import { Allow, Clock, CurrentPrincipal, DEFAULT_LIMIT, IdPageQuery } from '#libs/platform';
import { requireKey } from '../../entries/idempotency-key.js';
import {
  RevenueContractEndingRequest,
  RevenueContractRequest,
  RevenueContractResponse,
  RevenueContractsResponse,
  RevenueIncomeRequest,
  RevenueReceiptRequest,
  UnlinkedRevenueResponse,
  UnlinkedRevenuesResponse,
} from './contracts.dto.js';
import { RevenueContracts } from './contracts.service.js';

/** 公共部位经营合同与到账. */
@ApiTags('common revenue')
@Controller('common-revenue')
export class RevenueContractsController {
  constructor(
    private readonly contracts: RevenueContracts,
    private readonly clock: Clock,
  ) {}

  @Get('compounds/:id/contracts')
  @Allow('revenue.read')
  @ApiOperation({ summary: '经营合同，应收、已收、欠收' })
  @ApiOkResponse({ type: RevenueContractsResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
  ): Promise<RevenueContractsResponse> {
    const rows = await this.contracts.list(principal, compoundId);
    return { items: rows.map((row) => RevenueContractResponse.from(row, this.clock.today())) };
  }

  @Post('compounds/:id/contracts')
  @Allow('revenue.ask')
  @ApiCreatedResponse({ type: RecordedResponse })
  async record(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Body() request: RevenueContractRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.contracts.record(principal, RevenueContractRequest.toNew(request, compoundId)) };
  }

  @Post('contracts/:id/ending')
  @Allow('revenue.ask')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { lastDay, reason }: RevenueContractEndingRequest,
  ): Promise<void> {
    await this.contracts.end(principal, id, { lastDay, reason });
  }

  /** 到账: posts what came in under a contract. The same key with the same money answers the same entry. */
  @Post('contracts/:id/income')
  @Allow('fund.write')
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per entry' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async receive(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RevenueIncomeRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordedResponse> {
    const { id: entryId } = await this.contracts.receive(
      principal,
      RevenueIncomeRequest.toNew(request, id, requireKey(key)),
    );
    return { id: entryId };
  }

  @Get('compounds/:id/unlinked-entries')
  @Allow('fund.write')
  @ApiOperation({ summary: '已入账、还没有关联合同的到账' })
  @ApiOkResponse({ type: UnlinkedRevenuesResponse })
  async unlinked(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() query: IdPageQuery,
  ): Promise<UnlinkedRevenuesResponse> {
    const { after = null, limit = DEFAULT_LIMIT } = query;
    const { items, next } = await this.contracts.unlinked(principal, { compoundId, after, limit });
    return { items: items.map((row) => UnlinkedRevenueResponse.from(row)), next };
  }

  /** Says that an entry made from a line of the bank was the payment of this contract. */
  @Post('contracts/:id/receipts')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async link(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { entryId }: RevenueReceiptRequest,
  ): Promise<void> {
    await this.contracts.link(principal, id, entryId);
  }
}
