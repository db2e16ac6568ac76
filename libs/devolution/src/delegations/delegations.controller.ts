import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { MadeResponse } from '../made.dto.js';
import {
  AcceptanceRequest,
  DelegationsQuery,
  DelegationsResponse,
  EndingRequest,
  NewDelegationRequest,
} from './delegations.dto.js';
import { DelegationQueries } from './delegations.queries.js';
import { DelegationsService } from './delegations.service.js';

@ApiTags('devolution')
@Controller('delegations')
export class DelegationsController {
  constructor(
    private readonly delegations: DelegationsService,
    private readonly queries: DelegationQueries,
  ) {}

  @Get()
  @Allow('power.read')
  @ApiOkResponse({ type: DelegationsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: DelegationsQuery): Promise<DelegationsResponse> {
    const { power = null, area = null, after = null, limit = null } = query;
    const page = await this.queries.list(principal, { power, area, after, limit });
    return { items: [...page.items], next: page.next };
  }

  @Post()
  @Allow('delegation.write')
  @ApiCreatedResponse({ type: MadeResponse })
  async grant(@CurrentPrincipal() principal: Principal, @Body() request: NewDelegationRequest): Promise<MadeResponse> {
    return { id: await this.delegations.grant(principal, NewDelegationRequest.toNew(request)) };
  }

  @Post(':id/acceptance')
  @Allow('delegation.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async accept(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { readiness }: AcceptanceRequest,
  ): Promise<void> {
    await this.delegations.accept(principal, id, { ...readiness });
  }

  @Post(':id/revocation')
  @Allow('delegation.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EndingRequest,
  ): Promise<void> {
    await this.delegations.end(principal, id, EndingRequest.toEnding('revocation', request));
  }

  @Post(':id/return')
  @Allow('delegation.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async giveBack(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EndingRequest,
  ): Promise<void> {
    await this.delegations.end(principal, id, EndingRequest.toEnding('return', request));
  }
}
