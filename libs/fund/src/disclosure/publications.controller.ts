import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { FundBooks } from '../books/fund-books.service.js';
import { NoticeBoardRequest, PublicationRequest } from './publications.dto.js';
import { PublicationsService } from './publications.service.js';

/** 信息公开: statements of the city's fund, by whoever keeps it. */
@ApiTags('fund')
@Controller('fund/publications')
export class PublicationsController {
  constructor(
    private readonly books: FundBooks,
    private readonly publications: PublicationsService,
  ) {}

  @Post()
  @Allow('fund.write')
  @ApiOperation({ summary: '公开一期收支情况表：留存当时的数字和摘要' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async publish(
    @CurrentPrincipal() principal: Principal,
    @Body() { period, ...told }: PublicationRequest,
  ): Promise<RecordedResponse> {
    const book = await this.books.toKeep(principal);
    return { id: await this.publications.publish(principal, book, period, told) };
  }

  @Post(':id/postings')
  @Allow('fund.write')
  @ApiOperation({ summary: '登记张贴：地点、日期和照片' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async post(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: NoticeBoardRequest,
  ): Promise<RecordedResponse> {
    const book = await this.books.toKeep(principal);
    return { id: await this.publications.post(principal, book, id, request) };
  }
}
