import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { ResolutionTasksService } from './resolution-tasks.service.js';
import {
  NewTaskRequest,
  ResolutionResponse,
  ResolutionsQuery,
  ResolutionsResponse,
  TaskCompletionRequest,
} from './resolutions.dto.js';
import { ResolutionQueries } from './resolutions.queries.js';

@ApiTags('assemblies')
@Controller('resolutions')
export class ResolutionsController {
  constructor(
    private readonly queries: ResolutionQueries,
    private readonly tasks: ResolutionTasksService,
  ) {}

  @Get()
  @Allow('assembly.read')
  @ApiOperation({ summary: '决议及其落实；可只看逾期的' })
  @ApiOkResponse({ type: ResolutionsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: ResolutionsQuery): Promise<ResolutionsResponse> {
    const { assembly = null, compound = null, show } = query;
    const items = await this.queries.list(principal, { assembly, compound, isOverdueOnly: show === 'overdue' });
    return { items: items.map((each) => ResolutionResponse.from(each)) };
  }

  @Post(':id/tasks')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async add(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: NewTaskRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.tasks.add(principal, id, request) };
  }

  @Post(':id/tasks/:taskId/completion')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async complete(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) resolutionId: string,
    @Param('taskId', ParseUUIDPipe) taskId: string,
    @Body() { note, fileId }: TaskCompletionRequest,
  ): Promise<void> {
    await this.tasks.complete(principal, { resolutionId, taskId }, { note, fileId: fileId ?? null });
  }
}
