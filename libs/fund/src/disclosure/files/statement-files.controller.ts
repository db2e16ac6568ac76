import { Controller, Get, Header, Headers, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { languageOf, Public } from '#libs/platform';
import { PublicDisclosure } from '../public-disclosure.service.js';
import { statementCsv, statementWorkbook, type StatementFile } from './statement-table.js';

export class StatementFileQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'as it was published; left out: what the books say now' })
  @IsOptional()
  @IsUUID()
  publication?: string;
}

/** 收支情况表 as files, for anybody. */
@ApiTags('public')
@Controller('public/:city/fund/statements/:period')
export class StatementFilesController {
  constructor(private readonly disclosure: PublicDisclosure) {}

  @Get('table.xlsx')
  @Public()
  @ApiOperation({ summary: '收支情况表（xlsx）' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('content-disposition', "attachment; filename*=UTF-8''statement.xlsx")
  async workbook(
    @Param('city') city: string,
    @Param('period') period: string,
    @Query() query: StatementFileQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await statementWorkbook(await this.file(city, period, query), languageOf(language)));
  }

  @Get('table.csv')
  @Public()
  @ApiOperation({ summary: '收支情况表（csv）' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', "attachment; filename*=UTF-8''statement.csv")
  async csv(
    @Param('city') city: string,
    @Param('period') period: string,
    @Query() query: StatementFileQuery,
    @Headers('accept-language') language?: string,
  ): Promise<string> {
    return statementCsv(await this.file(city, period, query), languageOf(language));
  }

  private async file(city: string, period: string, { publication }: StatementFileQuery): Promise<StatementFile> {
    if (publication === undefined) {
      return { statement: (await this.disclosure.statement(city, period)).statement, published: null };
    }
    const { statement, publisher, digest } = await this.disclosure.publication(city, publication, period);
    return { statement, published: { publisher, digest } };
  }
}
