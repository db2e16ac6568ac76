import { Controller, Get, Headers, Param, ParseUUIDPipe, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { DomainError, type Principal } from '#libs/kernel';
import {
  Allow,
  CurrentPrincipal,
  DEFAULT_LIMIT,
  ImportsService,
  ImportWorkbooks,
  languageOf,
  type Download,
} from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { seesEveryImport } from '../domain/scope.js';
import { ImportJobs, type RunningImport } from './import-jobs.js';
import { ImportLinesResponse, ImportResponse, ImportsQuery } from './imports.dto.js';
import { readUpload } from './upload.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const FORM = {
  type: 'object',
  required: ['file', 'kind'],
  properties: {
    file: { type: 'string', format: 'binary' },
    kind: { type: 'string' },
    asOf: { type: 'string', format: 'date' },
    list: { type: 'string' },
    dryRun: { type: 'string', enum: ['true', 'false'] },
  },
};

function handOut(reply: FastifyReply, { fileName, bytes }: Download): StreamableFile {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  void reply.header('content-type', XLSX).header('content-disposition', disposition);
  return new StreamableFile(bytes);
}

/** Sending lists and finding them again. Registry holds it, since who sees which import is a question of areas. */
@ApiTags('imports')
@Controller()
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly jobs: ImportJobs,
    private readonly workbooks: ImportWorkbooks,
  ) {}

  @Post('imports')
  @Allow('import.run')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: ImportResponse, description: 'the report; 202 with progress when it takes longer' })
  async begin(
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportResponse | RunningImport> {
    const language = languageOf(request.headers['accept-language']);
    const begun = await this.jobs.begin(principal, { ...(await readUpload(request)), language });
    if (begun.status === 'running') void reply.status(202);
    return begun;
  }

  @Get('imports')
  @Allow('import.run')
  @ApiOkResponse({ type: ImportLinesResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: ImportsQuery): Promise<ImportLinesResponse> {
    const { kind, after, limit = DEFAULT_LIMIT } = query;
    const own = seesEveryImport(principal) ? {} : { startedById: principal.actor.id };
    return this.imports.list(principal, { limit, ...own, ...(kind ? { kind } : {}), ...(after ? { after } : {}) });
  }

  @Get('imports/:id')
  @Allow('import.run')
  @ApiOkResponse({ type: ImportResponse })
  async report(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ImportResponse | RunningImport> {
    const running = this.jobs.running(principal, id);
    if (running && (seesEveryImport(principal) || running.actorId === principal.actor.id)) return running;
    return this.seen(principal, id);
  }

  @Get('imports/:id/errors.xlsx')
  @Allow('import.run')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async errors(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    await this.seen(principal, id);
    return handOut(reply, await this.workbooks.errors(principal, id, languageOf(language)));
  }

  @Post('imports/:id/undo')
  @Allow('import.undo')
  @ApiCreatedResponse({ type: ImportResponse })
  async undo(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ImportResponse> {
    await this.seen(principal, id);
    return this.imports.undo(principal, id);
  }

  @Get('import-templates/:kind.xlsx')
  @Allow('import.run')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async template(
    @Param('kind') kind: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return handOut(reply, await this.workbooks.template(kind, languageOf(language)));
  }

  /** The report of an import that the caller may see: their own, or any for those who answer for the whole city. */
  private async seen(principal: Principal, id: string): Promise<ImportResponse> {
    const report = await this.imports.report(principal, id);
    if (seesEveryImport(principal) || report.startedById === principal.actor.id) return report;
    throw new DomainError('request.not-found', { what: { zh: '导入记录', en: 'import' } });
  }
}
