import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { CreatedResponse } from '../compounds/compounds.dto.js';
import {
  KnownListResponse,
  KnownListsResponse,
  PairDecisionRequest,
  ReconciliationQuery,
  ReconciliationRequest,
  ReconciliationResponse,
} from './reconciliations.dto.js';
import { ReconciliationQueries } from './reconciliations.queries.js';
import { ReconciliationsService } from './reconciliations.service.js';

@ApiTags('reconciliation')
@Controller()
export class ReconciliationsController {
  constructor(
    private readonly reconciliations: ReconciliationsService,
    private readonly queries: ReconciliationQueries,
  ) {}

  @Get('lists')
  @Allow('compound.read')
  @ApiOkResponse({ type: KnownListsResponse })
  async lists(@CurrentPrincipal() principal: Principal): Promise<KnownListsResponse> {
    return { items: (await this.queries.lists(principal)).map((list) => KnownListResponse.from(list)) };
  }

  @Post('reconciliations')
  @Allow('reconciliation.decide')
  @ApiCreatedResponse({ type: CreatedResponse })
  async start(
    @CurrentPrincipal() principal: Principal,
    @Body() request: ReconciliationRequest,
  ): Promise<CreatedResponse> {
    return { id: await this.reconciliations.start(principal, request) };
  }

  @Get('reconciliations/:id')
  @Allow('compound.read')
  @ApiOkResponse({ type: ReconciliationResponse })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ReconciliationQuery,
  ): Promise<ReconciliationResponse> {
    return ReconciliationResponse.from(await this.queries.read(principal, id, query));
  }

  @Post('reconciliations/:id/pairs/:pairId/decision')
  @Allow('reconciliation.decide')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'decided; `same` has made one compound of the two' })
  async decide(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) reconciliationId: string,
    @Param('pairId', ParseUUIDPipe) pairId: string,
    @Body() request: PairDecisionRequest,
  ): Promise<void> {
    const { decision, keep = 'left', reason = null } = request;
    await this.reconciliations.decide(principal, { reconciliationId, pairId }, { decision, keep, reason });
  }
}
