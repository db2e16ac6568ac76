import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { CompoundFileQueries } from '../compound-file/compound-file.queries.js';
import { CompoundFileResponse } from '../compound-file/compound-file.dto.js';
import { CompoundListQueries } from './compound-list.queries.js';
import { CompoundMergersService } from '../compound-versions/compound-mergers.service.js';
import { CompoundRequest, CompoundVersionRequest, filledFacts, MergerRequest } from './compound-requests.dto.js';
import {
  CompoundLineResponse,
  CompoundListQuery,
  CompoundListResponse,
  CreatedResponse,
  TwoClocksQuery,
} from './compounds.dto.js';
import { CompoundsService } from './compounds.service.js';

@ApiTags('compounds')
@Controller('compounds')
export class CompoundsController {
  constructor(
    private readonly compounds: CompoundsService,
    private readonly mergers: CompoundMergersService,
    private readonly lists: CompoundListQueries,
    private readonly files: CompoundFileQueries,
  ) {}

  @Get()
  @Allow('compound.read')
  @ApiOkResponse({ type: CompoundListResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: CompoundListQuery,
  ): Promise<CompoundListResponse> {
    const page = await this.lists.list(principal, query);
    return { items: page.items.map((row) => CompoundLineResponse.from(row)), next: page.next };
  }

  @Get(':id')
  @Allow('compound.read')
  @ApiOkResponse({ type: CompoundFileResponse })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: TwoClocksQuery,
  ): Promise<CompoundFileResponse> {
    return CompoundFileResponse.from(await this.files.read(principal, id, query.clocks()));
  }

  @Post()
  @Allow('compound.write')
  @ApiCreatedResponse({ type: CreatedResponse })
  async register(@CurrentPrincipal() principal: Principal, @Body() request: CompoundRequest): Promise<CreatedResponse> {
    const { name, code = null, on, reason } = request;
    return { id: await this.compounds.register(principal, { ...filledFacts(request), name, code, on, reason }) };
  }

  @Post(':id/versions')
  @Allow('compound.write')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'the facts hold from the day on' })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CompoundVersionRequest,
  ): Promise<void> {
    const { on, reason } = request;
    await this.compounds.change(principal, id, { ...filledFacts(request), on, reason });
  }

  @Post(':id/merges')
  @Allow('compound.write')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'the compound is another one from the day on' })
  async merge(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: MergerRequest,
  ): Promise<void> {
    const { into, on = null, reason } = request;
    await this.mergers.merge(principal, { from: id, into, on, reason });
  }
}
