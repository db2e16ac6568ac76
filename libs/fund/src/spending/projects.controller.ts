import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { fenOf } from '../domain/fen.js';
import { ProjectBrief, ProjectResponse, ProjectsResponse } from './project-answers.dto.js';
import { ProjectReader } from './project-reader.js';
import {
  ProjectAcceptanceRequest,
  ClosingRequest,
  NewProjectRequest,
  ProjectReviewRequest,
  ProjectsQuery,
  QuoteRequest,
} from './projects.dto.js';
import { ProjectsService } from './projects.service.js';

/** 用款项目. */
@ApiTags('fund')
@Controller('fund/projects')
export class ProjectsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly reader: ProjectReader,
  ) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ summary: '用款项目，最新在前' })
  @ApiOkResponse({ type: ProjectsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: ProjectsQuery): Promise<ProjectsResponse> {
    const { items, next } = await this.reader.list(principal, query);
    return { items: items.map((row) => ProjectBrief.of(row)), next };
  }

  @Get(':id')
  @Allow('fund.read')
  @ApiOperation({ summary: '一个项目，从申请到验收' })
  @ApiOkResponse({ type: ProjectResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ProjectResponse> {
    return this.reader.one(principal, id);
  }

  @Post()
  @Allow('fund.apply')
  @ApiCreatedResponse({ type: RecordedResponse })
  async apply(@CurrentPrincipal() principal: Principal, @Body() request: NewProjectRequest): Promise<RecordedResponse> {
    return { id: await this.projects.apply(principal, NewProjectRequest.toNew(request)) };
  }

  @Post(':id/review')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async review(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { agrees, note }: ProjectReviewRequest,
  ): Promise<void> {
    await this.projects.review(principal, id, { agrees, note: note ?? null });
  }

  @Post(':id/quotes')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async quote(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { firm, amount, fileId }: QuoteRequest,
  ): Promise<void> {
    await this.projects.quote(principal, id, { firm, amount: fenOf(amount), fileId: fileId ?? null });
  }

  @Post(':id/acceptance')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async accept(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ProjectAcceptanceRequest,
  ): Promise<void> {
    await this.projects.accept(principal, id, ProjectAcceptanceRequest.toNew(request));
  }

  @Post(':id/closing')
  @Allow('fund.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { note }: ClosingRequest,
  ): Promise<void> {
    await this.projects.close(principal, id, note);
  }
}
