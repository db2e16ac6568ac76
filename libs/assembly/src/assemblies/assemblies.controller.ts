import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { mattersOn } from '#libs/law';
import { Allow, Clock, CurrentPrincipal, languageOf } from '#libs/platform';
import { AssembliesQuery, NewAssemblyRequest } from './assemblies.dto.js';
import { AssemblyQueries } from './assemblies.queries.js';
import { AssembliesService } from './assemblies.service.js';
import { AssembliesResponse, AssemblyResponse, MattersResponse } from './assembly-answers.dto.js';

@ApiTags('assemblies')
@Controller()
export class AssembliesController {
  constructor(
    private readonly assemblies: AssembliesService,
    private readonly queries: AssemblyQueries,
    private readonly clock: Clock,
  ) {}

  /** The matters on which owners decide together, with their class, as the law of today has them. */
  @Get('voting-matters')
  @Allow('assembly.read')
  @ApiOkResponse({ type: MattersResponse })
  matters(@Headers('accept-language') language?: string): MattersResponse {
    const told = languageOf(language);
    const items = mattersOn(this.clock.today()).map(({ code, zh, en, votingClass, source, article }) => ({
      ...{ code, name: told === 'zh' ? zh : en, votingClass, source, article },
    }));
    return { items };
  }

  @Get('assemblies')
  @Allow('assembly.read')
  @ApiOkResponse({ type: AssembliesResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: AssembliesQuery): Promise<AssembliesResponse> {
    const { compound = null, area = null, state = null, after = null, limit = null } = query;
    const page = await this.queries.list(principal, { compound, area, state, after, limit });
    return { items: [...page.items], next: page.next };
  }

  @Get('assemblies/:id')
  @Allow('assembly.read')
  @ApiOkResponse({ type: AssemblyResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AssemblyResponse> {
    return this.queries.one(principal, id);
  }

  @Post('assemblies')
  @Allow('assembly.write')
  @ApiHeader({ name: 'idempotency-key', required: false, description: 'the same key and request make one assembly' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async open(
    @CurrentPrincipal() principal: Principal,
    @Body() request: NewAssemblyRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordedResponse> {
    return { id: await this.assemblies.open(principal, NewAssemblyRequest.toNew(request), key ?? null) };
  }
}
