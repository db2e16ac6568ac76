import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery } from '#libs/platform';
import { HoldsService } from './holds.service.js';
import { ErasuresResponse, HoldRequest, HoldsResponse, RetentionResponse } from './retention.dto.js';
import { RetentionQueries } from './retention.queries.js';

@ApiTags('retention')
@Controller()
export class RetentionController {
  constructor(
    private readonly queries: RetentionQueries,
    private readonly holds: HoldsService,
  ) {}

  /** How long what is kept, and what is held back. */
  @Get('retention')
  @Allow('retention.read')
  @ApiOkResponse({ type: RetentionResponse })
  async state(@CurrentPrincipal() principal: Principal): Promise<RetentionResponse> {
    return RetentionResponse.from(await this.queries.state(principal));
  }

  /** What went, newest first. */
  @Get('retention/erasures')
  @Allow('retention.read')
  @ApiOkResponse({ type: ErasuresResponse })
  async erasures(
    @CurrentPrincipal() principal: Principal,
    @Query() { after, limit }: IdPageQuery,
  ): Promise<ErasuresResponse> {
    const page = await this.queries.erasures(principal, { after: after ?? null, limit: limit ?? null });
    return { items: [...page.items], next: page.next };
  }

  @Get('assemblies/:id/legal-holds')
  @Allow('assembly.read')
  @ApiOkResponse({ type: HoldsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<HoldsResponse> {
    return { items: [...(await this.holds.list(principal, id))] };
  }

  @Post('assemblies/:id/legal-holds')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async hold(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: HoldRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.holds.hold(principal, id, reason) };
  }

  @Post('assemblies/:id/legal-holds/:holdId/release')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async release(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('holdId', ParseUUIDPipe) holdId: string,
    @Body() { reason }: HoldRequest,
  ): Promise<void> {
    await this.holds.release(principal, id, { id: holdId, reason });
  }
}
