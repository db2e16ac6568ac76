import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { FreezeRequest, FrozenResponse, RollQuery, RollResponse, SuccessionRequest } from './roll.dto.js';
import { RollQueries } from './roll.queries.js';
import { RollService } from './roll.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id/roll')
export class RollController {
  constructor(
    private readonly roll: RollService,
    private readonly queries: RollQueries,
  ) {}

  @Get()
  @Allow('assembly.read')
  @ApiOkResponse({ type: RollResponse })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: RollQuery,
  ): Promise<RollResponse> {
    const { building = null, unit = null, after = null, limit = null } = query;
    const { items, ...roll } = await this.queries.page(principal, id, { building, unit, after, limit });
    return { ...roll, items: items.map((each) => ({ ...each, doubts: [...each.doubts] })) };
  }

  /** Freezes the register of owners of today as a version of the roll. */
  @Post()
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: FrozenResponse })
  async freeze(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: FreezeRequest,
  ): Promise<FrozenResponse> {
    return { version: await this.roll.freeze(principal, id, reason) };
  }

  /** A unit was sold after the roll was frozen, and the seller has not voted. */
  @Post('successions')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async succeed(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SuccessionRequest,
  ): Promise<void> {
    await this.roll.succeed(principal, id, request);
  }
}
