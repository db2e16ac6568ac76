import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import {
  PublicCourseResponse,
  PublicEntriesQuery,
  PublicEntriesResponse,
  PublicEntryResponse,
  PublicFundQuery,
  PublicFundResponse,
} from './public-fund.dto.js';
import { PublicFundQueries } from './public-fund.queries.js';

/** 美好家园基金公开账目: what anybody sees without signing in. */
@ApiTags('public')
@Controller('public/:city/fund')
export class PublicFundController {
  constructor(private readonly fund: PublicFundQueries) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '收入、支出、结余：按来源、按用途' })
  @ApiOkResponse({ type: PublicFundResponse })
  async totals(@Param('city') city: string, @Query() { at }: PublicFundQuery): Promise<PublicFundResponse> {
    return this.fund.totals(city, at ?? null);
  }

  @Get('course')
  @Public()
  @ApiOperation({ summary: '逐月收入、支出和月末结余' })
  @ApiOkResponse({ type: PublicCourseResponse })
  async course(@Param('city') city: string): Promise<PublicCourseResponse> {
    return this.fund.course(city);
  }

  @Get('entries')
  @Public()
  @ApiOperation({ summary: '逐笔分录，最新在前' })
  @ApiOkResponse({ type: PublicEntriesResponse })
  async entries(@Param('city') city: string, @Query() query: PublicEntriesQuery): Promise<PublicEntriesResponse> {
    return this.fund.list(city, query);
  }

  @Get('entries/:id')
  @Public()
  @ApiOperation({ summary: '一笔分录，及其在透明日志中的叶' })
  @ApiOkResponse({ type: PublicEntryResponse })
  async entry(@Param('city') city: string, @Param('id', ParseUUIDPipe) id: string): Promise<PublicEntryResponse> {
    return this.fund.one(city, id);
  }
}
