import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf, PaperPrinter } from '#libs/platform';
import { statementPaper } from './statement-paper.js';
import { statementWorkbook } from './statement-workbook.js';
import {
  RevenueDutiesResponse,
  RevenueNoticeRequest,
  RevenuePublicationRequest,
  RevenueQuarterResponse,
} from './statements.dto.js';
import { RevenueStatements } from './statements.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 公共收益季度公示. */
@ApiTags('common revenue')
@Controller('common-revenue')
export class RevenueStatementsController {
  constructor(
    private readonly statements: RevenueStatements,
    private readonly printer: PaperPrinter,
  ) {}

  @Get('compounds/:id/statements')
  @Allow('revenue.read')
  @ApiOperation({ summary: '每季度的公示：应于何日、是否按期' })
  @ApiOkResponse({ type: RevenueDutiesResponse })
  async duties(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
  ): Promise<RevenueDutiesResponse> {
    return { items: await this.statements.duties(principal, compoundId) };
  }

  @Get('compounds/:id/statements/:period')
  @Allow('revenue.read')
  @ApiOkResponse({ type: RevenueQuarterResponse })
  async quarter(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('period') period: string,
  ): Promise<RevenueQuarterResponse> {
    return this.statements.quarter(principal, compoundId, period);
  }

  @Get('compounds/:id/statements/:period/table.xlsx')
  @Allow('revenue.read')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbook(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('period') period: string,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    const { statement } = await this.statements.quarter(principal, compoundId, period);
    const disposition = `attachment; filename="common-revenue-${statement.period}.xlsx"`;
    return new StreamableFile(await statementWorkbook(statement, languageOf(language)), { type: XLSX, disposition });
  }

  @Get('compounds/:id/statements/:period/statement.pdf')
  @Allow('revenue.read')
  @ApiOperation({ summary: '公示栏张贴用' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('period') period: string,
    @Req() request: { readonly protocol: string; readonly host: string },
  ): Promise<StreamableFile> {
    const { statement } = await this.statements.quarter(principal, compoundId, period);
    const url = `${request.protocol}://${request.host}/revenue/${principal.cityCode}/${compoundId}`;
    const bytes = await this.printer.print(statementPaper(statement, url));
    const disposition = `attachment; filename="common-revenue-${statement.period}.pdf"`;
    return new StreamableFile(bytes, { type: 'application/pdf', disposition });
  }

  @Post('compounds/:id/statements/:period/publications')
  @Allow('revenue.ask')
  @ApiOperation({ summary: '公示一个季度：留存当时的数字和摘要' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async publish(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('period') key: string,
    @Body() request: RevenuePublicationRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.statements.publish(principal, { compoundId, key }, request) };
  }

  @Post('publications/:id/notices')
  @Allow('revenue.ask')
  @ApiOperation({ summary: '登记张贴：地点、日期和照片' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async hang(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RevenueNoticeRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.statements.hang(principal, id, request) };
  }
}
