import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { BodiesQuery, CommitteesResponse, CommitteeResponse, OwnersResolutionsResponse } from './bodies.dto.js';
import { BodyQueries } from './bodies.queries.js';

@ApiTags('committees')
@Controller('committees')
export class BodiesController {
  constructor(private readonly bodies: BodyQueries) {}

  @Get()
  @Allow('committee.read')
  @ApiOperation({ summary: '业委会、物管会及其待办，任期先满的在前' })
  @ApiOkResponse({ type: CommitteesResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: BodiesQuery): Promise<CommitteesResponse> {
    const { compound = null, behind: isBehind = false, after = null, limit = null } = query;
    const page = await this.bodies.list(principal, { compound, isBehind, after, limit });
    return { items: [...page.items], next: page.next };
  }

  @Get(':id')
  @Allow('committee.read')
  @ApiOkResponse({ type: CommitteeResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CommitteeResponse> {
    return this.bodies.one(principal, id);
  }

  /** What the owners of its compounds resolved: a seat is ended by it, an item carries it out, money rests on it. */
  @Get(':id/resolutions')
  @Allow('committee.read')
  @ApiOkResponse({ type: OwnersResolutionsResponse })
  async resolutions(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OwnersResolutionsResponse> {
    return { items: await this.bodies.resolutions(principal, id) };
  }
}
