import { Controller, Get, Param, ParseUUIDPipe, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public, sentFile } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { PublicEntriesQuery } from '../../public/public-fund.dto.js';
import {
  PublicRevenueEntriesResponse,
  PublicRevenueEntryResponse,
  PublicRevenueQuarterResponse,
  PublicRevenueResponse,
} from './public-revenue.dto.js';
import { PublicNotices } from './public-notices.js';
import { PublicRevenue } from './public-revenue.service.js';

/** 小区公共收益公开: what anybody sees without signing in. */
@ApiTags('public')
@Controller('public/:city')
export class PublicRevenueController {
  constructor(
    private readonly revenue: PublicRevenue,
    private readonly notices: PublicNotices,
  ) {}

  @Get('compounds/:id/common-revenue')
  @Public()
  @ApiOperation({ summary: '一个小区的公共收益：专户、三方、合计和各季度公示' })
  @ApiOkResponse({ type: PublicRevenueResponse })
  async totals(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) compoundId: string,
  ): Promise<PublicRevenueResponse> {
    return this.revenue.totals(city, compoundId);
  }

  @Get('compounds/:id/common-revenue/statements/:period')
  @Public()
  @ApiOperation({ summary: '一个季度：当时公示的，和账上现在的' })
  @ApiOkResponse({ type: PublicRevenueQuarterResponse })
  async quarter(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('period') period: string,
  ): Promise<PublicRevenueQuarterResponse> {
    return this.revenue.quarter(city, compoundId, period);
  }

  @Get('compounds/:id/common-revenue/entries')
  @Public()
  @ApiOkResponse({ type: PublicRevenueEntriesResponse })
  async entries(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() query: PublicEntriesQuery,
  ): Promise<PublicRevenueEntriesResponse> {
    return this.revenue.entries(city, compoundId, query);
  }

  @Get('compounds/:id/common-revenue/entries/:entry')
  @Public()
  @ApiOkResponse({ type: PublicRevenueEntryResponse })
  async entry(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('entry', ParseUUIDPipe) entry: string,
  ): Promise<PublicRevenueEntryResponse> {
    return this.revenue.entry(city, compoundId, entry);
  }

  @Get('common-revenue-notices/:id')
  @Public()
  @ApiOperation({ summary: '公示栏照片' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async photo(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sentFile(reply, await this.notices.photo(city, id));
  }
}
