import { Controller, Get, Headers, Param, ParseUUIDPipe, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { languageOf, PaperPrinter, Public } from '#libs/platform';
import { statementPaper } from '../statements/statement-paper.js';
import { statementWorkbook } from '../statements/statement-workbook.js';
import type { RevenueStatementResponse } from '../statements/statements.dto.js';
import { PublicRevenueFilesLimit } from './public-files-limit.js';
import { PublicRevenue } from './public-revenue.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const BYTES = { schema: { type: 'string', format: 'binary' } };

/** 季度收支表 as files for anybody: as it was published last, or as the books tell it before that. */
@ApiTags('public')
@Controller('public/:city/compounds/:id/common-revenue/statements/:period')
export class PublicRevenueFilesController {
  constructor(
    private readonly revenue: PublicRevenue,
    private readonly printer: PaperPrinter,
    private readonly limit: PublicRevenueFilesLimit,
  ) {}

  @Get('table.xlsx')
  @Public()
  @ApiOperation({ summary: '季度收支表（xlsx）' })
  @ApiProduces(XLSX)
  @ApiOkResponse(BYTES)
  async workbook(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('period') period: string,
    @Req() { ip }: { readonly ip: string },
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    this.limit.take(ip);
    const statement = await this.shown(city, compoundId, period);
    const disposition = `attachment; filename="common-revenue-${statement.period}.xlsx"`;
    return new StreamableFile(await statementWorkbook(statement, languageOf(language)), { type: XLSX, disposition });
  }

  @Get('statement.pdf')
  @Public()
  @ApiOperation({ summary: '季度收支公示，同公示栏张贴的' })
  @ApiProduces('application/pdf')
  @ApiOkResponse(BYTES)
  async print(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('period') period: string,
    @Req() { ip, protocol, host }: { readonly ip: string; readonly protocol: string; readonly host: string },
  ): Promise<StreamableFile> {
    this.limit.take(ip);
    const statement = await this.shown(city, compoundId, period);
    const bytes = await this.printer.print(
      statementPaper(statement, `${protocol}://${host}/revenue/${city}/${compoundId}`),
    );
    const disposition = `attachment; filename="common-revenue-${statement.period}.pdf"`;
    return new StreamableFile(bytes, { type: 'application/pdf', disposition });
  }

  private async shown(city: string, compoundId: string, period: string): Promise<RevenueStatementResponse> {
    const { published, now } = await this.revenue.quarter(city, compoundId, period);
    return published ?? now;
  }
}
