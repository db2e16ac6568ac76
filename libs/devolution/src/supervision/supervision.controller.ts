import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf } from '#libs/platform';
import { ReasonRequest } from '../acts/acts.dto.js';
import { matrixCsv, matrixWorkbook } from './matrix-table.js';
import { MatrixService } from './matrix.service.js';
import { MatrixQuery, MatrixResponse, SampleQuery, SampleResponse } from './supervision.dto.js';
import { SupervisionService } from './supervision.service.js';

const SAMPLE_SIZE = 10;

@ApiTags('supervision')
@Controller()
export class SupervisionController {
  constructor(
    private readonly matrices: MatrixService,
    private readonly supervision: SupervisionService,
  ) {}

  @Get('supervision/matrix')
  @Allow('power.read')
  @ApiOkResponse({ type: MatrixResponse })
  async matrix(
    @CurrentPrincipal() principal: Principal,
    @Query() { area }: MatrixQuery,
    @Headers('accept-language') language?: string,
  ): Promise<MatrixResponse> {
    return this.matrices.matrix(principal, area ?? null, languageOf(language));
  }

  @Get('supervision/matrix.xlsx')
  @Allow('power.read')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('content-disposition', "attachment; filename*=UTF-8''matrix.xlsx")
  async workbook(
    @CurrentPrincipal() principal: Principal,
    @Query() { area }: MatrixQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    const spoken = languageOf(language);
    return new StreamableFile(
      await matrixWorkbook(await this.matrices.matrix(principal, area ?? null, spoken), spoken),
    );
  }

  @Get('supervision/matrix.csv')
  @Allow('power.read')
  @ApiProduces('text/csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', "attachment; filename*=UTF-8''matrix.csv")
  async csv(
    @CurrentPrincipal() principal: Principal,
    @Query() { area }: MatrixQuery,
    @Headers('accept-language') language?: string,
  ): Promise<string> {
    const spoken = languageOf(language);
    return matrixCsv(await this.matrices.matrix(principal, area ?? null, spoken), spoken);
  }

  @Get('supervision/sample')
  @Allow('audit.read')
  @ApiOkResponse({ type: SampleResponse })
  async sample(@CurrentPrincipal() principal: Principal, @Query() query: SampleQuery): Promise<SampleResponse> {
    const { area = null, power = null, seed, size = SAMPLE_SIZE } = query;
    return this.supervision.sample(principal, { area, power, seed, size });
  }

  @Post('acts/:id/instruction')
  @Allow('act.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async instruct(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    await this.supervision.instruct(principal, id, reason);
  }
}
