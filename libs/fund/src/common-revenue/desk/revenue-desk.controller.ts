import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { AccountsService } from './accounts.service.js';
import { CompoundRevenueResponse, RevenueAccountRequest, RevenueBasisRequest } from './revenue-desk.dto.js';
import { RevenueDesk } from './revenue-desk.js';

/** 小区公共收益. */
@ApiTags('common revenue')
@Controller('common-revenue/compounds')
export class RevenueDeskController {
  constructor(
    private readonly desk: RevenueDesk,
    private readonly accounts: AccountsService,
  ) {}

  @Get(':id')
  @Allow('revenue.read')
  @ApiOperation({ summary: '一个小区的公共收益：专户、三方、依据和支取' })
  @ApiOkResponse({ type: CompoundRevenueResponse })
  async show(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CompoundRevenueResponse> {
    return this.desk.show(principal, id);
  }

  @Post(':id/accounts')
  @Allow('fund.write')
  @ApiOperation({ summary: '登记三方共管专户' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async open(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RevenueAccountRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.accounts.open(principal, RevenueAccountRequest.toNew(request, id)) };
  }

  @Post(':id/bases')
  @Allow('fund.write')
  @ApiOperation({ summary: '登记支取依据：业主决议（M9b）或规约条款' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async lay(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RevenueBasisRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.accounts.lay(principal, RevenueBasisRequest.toNew(request, id)) };
  }
}
