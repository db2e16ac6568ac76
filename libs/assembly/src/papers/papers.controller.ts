import { Controller, Get, Param, ParseUUIDPipe, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { BallotsPrintQuery, originOf, pdfOf, type Asked } from './papers.dto.js';
import { PapersService, type PaperKind } from './papers.service.js';

const PDF = { schema: { type: 'string', format: 'binary' } };

/** 业主大会文书: each printed anew from what is stored. */
@ApiTags('assemblies')
@ApiProduces('application/pdf')
@Controller('assemblies/:id/papers')
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  @Get('notice.pdf')
  @Allow('assembly.read')
  @ApiOperation({ summary: '会议公告' })
  @ApiOkResponse(PDF)
  async notice(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Asked,
  ): Promise<StreamableFile> {
    return this.print(principal, id, { kind: 'notice', request });
  }

  /** One ballot for each slip that is out; of a draft a sample. */
  @Get('ballots.pdf')
  @Allow('assembly.write')
  @ApiOperation({ summary: '表决票' })
  @ApiOkResponse(PDF)
  async ballots(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: BallotsPrintQuery,
    @Req() request: Asked,
  ): Promise<StreamableFile> {
    const asked = { origin: originOf(request), choice: BallotsPrintQuery.toChoice(query) };
    return pdfOf(await this.papers.printBallots(principal, id, asked));
  }

  @Get('minutes.pdf')
  @Allow('assembly.read')
  @ApiOperation({ summary: '会议记录' })
  @ApiOkResponse(PDF)
  async minutes(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Asked,
  ): Promise<StreamableFile> {
    return this.print(principal, id, { kind: 'minutes', request });
  }

  @Get('result.pdf')
  @Allow('assembly.read')
  @ApiOperation({ summary: '表决结果公告' })
  @ApiOkResponse(PDF)
  async result(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Asked,
  ): Promise<StreamableFile> {
    return this.print(principal, id, { kind: 'result', request });
  }

  @Get('filing.pdf')
  @Allow('assembly.read')
  @ApiOperation({ summary: '备案表' })
  @ApiOkResponse(PDF)
  async filing(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Asked,
  ): Promise<StreamableFile> {
    return this.print(principal, id, { kind: 'filing', request });
  }

  private async print(
    principal: Principal,
    id: string,
    { kind, request }: { readonly kind: PaperKind; readonly request: Asked },
  ): Promise<StreamableFile> {
    return pdfOf(await this.papers.print(principal, id, { kind, origin: originOf(request) }));
  }
}
