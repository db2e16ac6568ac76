import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import {
  PublicCompoundSumsResponse,
  PublicProjectResponse,
  PublicProjectsQuery,
  PublicProjectsResponse,
} from './public-projects.dto.js';
import { PublicProjects } from './public-projects.service.js';

/** 美好家园基金公开项目: by compound and by project. */
@ApiTags('public')
@Controller('public/:city/fund')
export class PublicProjectsController {
  constructor(private readonly projects: PublicProjects) {}

  @Get('compounds')
  @Public()
  @ApiOperation({ summary: '按小区：项目数、已拨未付、已付' })
  @ApiOkResponse({ type: PublicCompoundSumsResponse })
  async compounds(@Param('city') city: string): Promise<PublicCompoundSumsResponse> {
    return this.projects.compounds(city);
  }

  @Get('projects')
  @Public()
  @ApiOperation({ summary: '用款项目，最新在前；受助人遮盖' })
  @ApiOkResponse({ type: PublicProjectsResponse })
  async list(@Param('city') city: string, @Query() query: PublicProjectsQuery): Promise<PublicProjectsResponse> {
    return this.projects.list(city, query);
  }

  @Get('projects/:id')
  @Public()
  @ApiOperation({ summary: '一个项目：决策、付款、凭证和照片' })
  @ApiOkResponse({ type: PublicProjectResponse })
  async one(@Param('city') city: string, @Param('id', ParseUUIDPipe) id: string): Promise<PublicProjectResponse> {
    return this.projects.one(city, id);
  }
}
