import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { DeliveredResponse, DeliveryRequest, DoorsQuery, DoorsResponse } from './delivery.dto.js';
import { DeliveryQueries } from './delivery.queries.js';
import { DeliveryService } from './delivery.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id/delivery')
export class DeliveryController {
  constructor(
    private readonly delivery: DeliveryService,
    private readonly queries: DeliveryQueries,
  ) {}

  @Get()
  @Allow('assembly.read')
  @ApiOkResponse({ type: DoorsResponse })
  async doors(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: DoorsQuery,
  ): Promise<DoorsResponse> {
    const { building = null, stairway = null, show = null, after = null, limit = null } = query;
    const page = await this.queries.doors(principal, id, { building, stairway, show, after, limit });
    return { items: [...page.items], next: page.next };
  }

  @Post()
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: DeliveredResponse })
  async record(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: DeliveryRequest,
  ): Promise<DeliveredResponse> {
    return { recorded: await this.delivery.record(principal, id, DeliveryRequest.toNew(request)) };
  }
}
