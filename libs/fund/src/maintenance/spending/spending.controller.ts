import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf } from '#libs/platform';
import { MaintenanceSpendingSheetResponse } from './spending-answers.dto.js';
import { SpendingReader } from './spending-reader.js';
import { SpendingRejectionRequest } from './spendings.dto.js';
import { SpendingsService } from './spendings.service.js';

/** One 维修支出: its instalments, its shares and what was taken. */
@ApiTags('maintenance-fund')
@Controller('maintenance-spendings/:id')
export class MaintenanceSpendingController {
  constructor(
    private readonly reader: SpendingReader,
    private readonly spendings: SpendingsService,
  ) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ summary: '一笔维修支出：分期付款，各户分摊、已付和还差' })
  @ApiOkResponse({ type: MaintenanceSpendingSheetResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') language?: string,
  ): Promise<MaintenanceSpendingSheetResponse> {
    return MaintenanceSpendingSheetResponse.sheet(await this.reader.one(principal, id), languageOf(language));
  }

  @Post('rejection')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiOperation({ summary: '退回整笔申请，写明理由；已有一期复核付款的不能退回' })
  @ApiNoContentResponse()
  async reject(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: SpendingRejectionRequest,
  ): Promise<void> {
    await this.spendings.reject(principal, id, reason);
  }
}
