import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, DEFAULT_LIMIT, IdPageQuery } from '#libs/platform';
import { fenOf } from '../../domain/fen.js';
import { requireKey } from '../../entries/idempotency-key.js';
import { MaintenanceBooks } from '../maintenance-books.js';
import { CostSplits } from './cost-splits.service.js';
import {
  CostSplitResponse,
  MaintenanceSpendingResponse,
  MaintenanceSpendingsResponse,
} from './spending-answers.dto.js';
import { SpendingReader } from './spending-reader.js';
import { CostSplitQuery, MaintenanceSpendingRequest } from './spendings.dto.js';
import { SpendingsService } from './spendings.service.js';

/** 维修支出 of one compound. */
@ApiTags('maintenance-fund')
@Controller('compounds/:id/maintenance-fund')
export class MaintenanceSpendingsController {
  constructor(
    private readonly books: MaintenanceBooks,
    private readonly splits: CostSplits,
    private readonly spendings: SpendingsService,
    private readonly reader: SpendingReader,
  ) {}

  @Get('split')
  @Allow('fund.read')
  @ApiOperation({ summary: '试算分摊：按建筑面积，各户应摊多少、还差多少' })
  @ApiOkResponse({ type: CostSplitResponse })
  async split(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() query: CostSplitQuery,
  ): Promise<CostSplitResponse> {
    const asked = { scope: CostSplitQuery.scopeOf(query), cost: fenOf(query.amount) };
    return CostSplitResponse.of(await this.splits.preview(principal, compoundId, asked));
  }

  @Get('spendings')
  @Allow('fund.read')
  @ApiOperation({ summary: '维修支出，最新在前' })
  @ApiOkResponse({ type: MaintenanceSpendingsResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() { after, limit = DEFAULT_LIMIT }: IdPageQuery,
  ): Promise<MaintenanceSpendingsResponse> {
    const { items, next } = await this.reader.list(principal, compoundId, { after: after ?? null, limit });
    return { items: items.map((each) => MaintenanceSpendingResponse.from(each)), next };
  }

  @Post('spendings')
  @Allow('fund.write')
  @ApiOperation({ summary: '提出维修支出：依据业主共同决定（M5），应急的依据 WY-19；由另外两人复核' })
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per repair' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async ask(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Body() request: MaintenanceSpendingRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordedResponse> {
    const asked = { ...MaintenanceSpendingRequest.toNew(request), key: requireKey(key) };
    await this.books.toKeep(principal, compoundId);
    return { id: await this.spendings.ask(principal, compoundId, asked) };
  }
}
