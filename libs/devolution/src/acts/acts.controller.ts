import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf, StepUp } from '#libs/platform';
import { MadeResponse } from '../made.dto.js';
import { ActResponse, ActsResponse } from './acts-answers.dto.js';
import {
  ActsQuery,
  IssuedResponse,
  IssueRequest,
  NewActRequest,
  PaperRequest,
  PapersRequest,
  ReasonRequest,
  ReviewRequest,
} from './acts.dto.js';
import { ActQueries } from './acts.queries.js';
import { CasesService } from './cases/cases.service.js';
import { IssuingService } from './issuing/issuing.service.js';

@ApiTags('acts')
@Controller('acts')
export class ActsController {
  constructor(
    private readonly cases: CasesService,
    private readonly issuing: IssuingService,
    private readonly queries: ActQueries,
  ) {}

  @Get()
  @Allow('act.read')
  @ApiOkResponse({ type: ActsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: ActsQuery): Promise<ActsResponse> {
    const { power = null, area = null, compound = null, show = null, after = null, limit = null } = query;
    const page = await this.queries.list(principal, { power, area, compound, show, after, limit });
    return { items: [...page.items], next: page.next };
  }

  @Get(':id')
  @Allow('act.read')
  @ApiOkResponse({ type: ActResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') language?: string,
  ): Promise<ActResponse> {
    return this.queries.one(principal, id, languageOf(language));
  }

  @Post()
  @Allow('act.write')
  @ApiHeader({ name: 'idempotency-key', required: false, description: 'the same key and request make one case' })
  @ApiCreatedResponse({ type: MadeResponse })
  async open(
    @CurrentPrincipal() principal: Principal,
    @Body() request: NewActRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<MadeResponse> {
    return { id: await this.cases.open(principal, NewActRequest.toNew(request), key ?? null) };
  }

  @Post(':id/supplement')
  @Allow('act.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async supplement(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { papers }: PapersRequest,
  ): Promise<void> {
    await this.cases.supplement(principal, id, PaperRequest.toHandedIn(papers));
  }

  @Post(':id/review')
  @Allow('act.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async review(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { agrees, note }: ReviewRequest,
  ): Promise<void> {
    await this.cases.review(principal, id, { agrees, note: note ?? null });
  }

  @Post(':id/issue')
  @Allow('act.write')
  @StepUp()
  @ApiCreatedResponse({ type: IssuedResponse })
  async issue(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { decision }: IssueRequest,
  ): Promise<IssuedResponse> {
    return { documentNumber: await this.issuing.issue(principal, id, decision) };
  }

  @Post(':id/revocation')
  @Allow('act.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    await this.issuing.revoke(principal, id, reason);
  }
}
