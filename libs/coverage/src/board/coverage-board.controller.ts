import { Body, Controller, Get, Header, Headers, HttpCode, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { addMonths, type Principal } from '#libs/kernel';
import { Allow, Clock, CurrentPrincipal, languageOf } from '#libs/platform';
import {
  LapsesQuery,
  LapsesResponse,
  RulesResponse,
  TargetValuesResponse,
  TrendResponse,
  YearQuery,
} from './coverage-board.dto.js';
import { CoverageExport } from './coverage-export.service.js';
import { coverageQuestion } from '../answers/coverage-question.js';
import { ExportQuery, TargetValueRequest, TrendQuery } from '../answers/coverage.dto.js';
import { gapFilter } from '../answers/gaps.service.js';
import { CoverageService } from '../answers/coverage.service.js';
import { CATALOGUE } from '../domain/rules/catalogue.js';
import { LapsesService } from './lapses.service.js';
import { Snapshots } from './snapshots.service.js';
import { TargetValues } from '../target-values/target-values.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('coverage')
@Controller('coverage')
export class CoverageBoardController {
  constructor(
    private readonly coverage: CoverageService,
    private readonly snapshots: Snapshots,
    private readonly lapsesService: LapsesService,
    private readonly targetValues: TargetValues,
    private readonly exports: CoverageExport,
    private readonly clock: Clock,
  ) {}

  @Get('trend')
  @Allow('coverage.read')
  @ApiOkResponse({ type: TrendResponse })
  async trend(@CurrentPrincipal() principal: Principal, @Query() query: TrendQuery): Promise<TrendResponse> {
    const today = this.clock.today();
    const { audited, node } = await this.coverage.ask(principal, coverageQuestion({ area: query.area }));
    const areaId = audited.state.areas.nodes[node]?.id ?? '';
    const range = { from: query.from ?? addMonths(today, -13), to: query.to ?? today, basis: query.basis ?? 'strict' };
    return { points: await this.snapshots.trend(principal, areaId, range) };
  }

  @Get('lapses')
  @Allow('coverage.read')
  @ApiOkResponse({ type: LapsesResponse })
  async lapses(
    @CurrentPrincipal() principal: Principal,
    @Query() query: LapsesQuery,
    @Headers('accept-language') header?: string,
  ): Promise<LapsesResponse> {
    const ahead = { days: query.days ?? 90, language: languageOf(header) };
    return { items: await this.lapsesService.within(principal, coverageQuestion(query), ahead) };
  }

  @Get('rules')
  @Allow('coverage.read')
  @ApiOkResponse({ type: RulesResponse })
  rules(@Headers('accept-language') header?: string): RulesResponse {
    const language = languageOf(header);
    const items = CATALOGUE.map(({ code, targets, title, severity, legalBasis, recommendation }) => ({
      code,
      targets,
      title: title[language],
      severity,
      legalBasis,
      recommendation: recommendation[language],
    }));
    return { items };
  }

  @Get('export.xlsx')
  @Allow('coverage.read')
  @Header('content-type', XLSX)
  @Header('content-disposition', "attachment; filename*=UTF-8''coverage.xlsx")
  async export(
    @CurrentPrincipal() principal: Principal,
    @Query() query: ExportQuery,
    @Headers('accept-language') header?: string,
  ): Promise<StreamableFile> {
    const wanted = { question: coverageQuestion(query), filter: gapFilter(query) };
    return new StreamableFile(await this.exports.workbook(principal, wanted, languageOf(header)));
  }

  @Get('target-values')
  @Allow('coverage.read')
  @ApiOkResponse({ type: TargetValuesResponse })
  async listTargetValues(
    @CurrentPrincipal() principal: Principal,
    @Query() query: YearQuery,
  ): Promise<TargetValuesResponse> {
    const rows = await this.targetValues.list(principal, query.year);
    const items = rows.map(({ areaCode, areaName, target, year, required, deadline, recordedBy }) => ({
      area: areaCode,
      areaName,
      target,
      year,
      required,
      deadline,
      recordedBy,
    }));
    return { items };
  }

  @Put('target-values')
  @Allow('target.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async setTargetValue(@CurrentPrincipal() principal: Principal, @Body() request: TargetValueRequest): Promise<void> {
    await this.targetValues.set(principal, request);
  }
}
