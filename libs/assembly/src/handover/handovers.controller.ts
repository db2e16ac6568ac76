import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import {
  HandoverResponse,
  HandoverSignatureRequest,
  HandoversQuery,
  HandoversResponse,
  NewHandoverRequest,
} from './handovers.dto.js';
import { HandoverQueries } from './handovers.queries.js';
import { HandoversService } from './handovers.service.js';

@ApiTags('committees')
@Controller('handovers')
export class HandoversController {
  constructor(
    private readonly queries: HandoverQueries,
    private readonly handovers: HandoversService,
  ) {}

  @Get()
  @Allow('assembly.read')
  @ApiOperation({ summary: '换届移交清单；可只看逾期的' })
  @ApiOkResponse({ type: HandoversResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: HandoversQuery): Promise<HandoversResponse> {
    const { compound = null, show } = query;
    const items = await this.queries.list(principal, { compound, isOverdueOnly: show === 'overdue' });
    return { items: items.map((each) => HandoverResponse.from(each)) };
  }

  @Post()
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async open(@CurrentPrincipal() principal: Principal, @Body() request: NewHandoverRequest): Promise<RecordedResponse> {
    return { id: await this.handovers.open(principal, NewHandoverRequest.toNew(request)) };
  }

  /** One side signs for one item: first whoever gives, then whoever receives. */
  @Post(':id/items/:itemId/signatures')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async sign(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) handoverId: string,
    @Param('itemId', ParseUUIDPipe) itemId: string,
    @Body() request: HandoverSignatureRequest,
  ): Promise<void> {
    await this.handovers.sign(principal, { handoverId, itemId }, HandoverSignatureRequest.toNew(request));
  }
}
