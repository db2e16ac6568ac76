import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery } from '#libs/platform';
import { StipendRequest, StipendReversalRequest, StipendsResponse } from './stipends.dto.js';
import { StipendsService } from './stipends.service.js';

@ApiTags('committees')
@Controller('committees/:id/stipends')
export class StipendsController {
  constructor(private readonly stipends: StipendsService) {}

  @Get()
  @Allow('committee.read')
  @ApiOkResponse({ type: StipendsResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { after, limit }: IdPageQuery,
  ): Promise<StipendsResponse> {
    const page = await this.stipends.list(principal, id, { after: after ?? null, limit: limit ?? null });
    return { items: [...page.items], next: page.next };
  }

  @Post()
  @Allow('committee.work')
  @ApiOperation({ summary: '登记津贴：须有业主大会关于津贴的决议' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async pay(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { amountFen, ...stipend }: StipendRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.stipends.pay(principal, id, { ...stipend, amountFen: BigInt(amountFen) }) };
  }

  @Post(':stipendId/reversal')
  @Allow('committee.work')
  @ApiCreatedResponse({ type: RecordedResponse })
  async reverse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('stipendId', ParseUUIDPipe) stipendId: string,
    @Body() { reason }: StipendReversalRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.stipends.reverse(principal, id, { stipendId, reason }) };
  }
}
