import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public, sentFile } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { PublicCalendarResponse, PublicPublicationResponse, PublicStatementResponse } from './public-disclosure.dto.js';
import { PublicDisclosure } from './public-disclosure.service.js';

/** 信息公开: what was due and when it was published, for anybody. */
@ApiTags('public')
@Controller('public/:city/fund')
export class PublicDisclosureController {
  constructor(private readonly disclosure: PublicDisclosure) {}

  @Get('calendar')
  @Public()
  @ApiOperation({ summary: '公开日历：哪一期、何时到期、是否公开、依据' })
  @ApiOkResponse({ type: PublicCalendarResponse })
  async calendar(@Param('city') city: string): Promise<PublicCalendarResponse> {
    return this.disclosure.calendar(city);
  }

  @Get('statements/:period')
  @Public()
  @ApiOperation({ summary: '一期收支情况表：现在账上的数字，和历次公开' })
  @ApiOkResponse({ type: PublicStatementResponse })
  async statement(@Param('city') city: string, @Param('period') period: string): Promise<PublicStatementResponse> {
    return this.disclosure.statement(city, period);
  }

  @Get('publications/:id')
  @Public()
  @ApiOperation({ summary: '一次公开：当时的数字、原文和摘要' })
  @ApiOkResponse({ type: PublicPublicationResponse })
  async publication(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PublicPublicationResponse> {
    return this.disclosure.publication(city, id);
  }

  @Get('postings/:id/photo')
  @Public()
  @ApiOperation({ summary: '张贴的照片或扫描件' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async photo(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sentFile(reply, await this.disclosure.photo(city, id));
  }
}
