import { Controller, Get, Param, ParseUUIDPipe, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import { originOf, pdfOf, type Asked } from './papers.dto.js';
import { PapersService } from './papers.service.js';
import { PublicPapersLimit } from './public-papers-limit.js';

const PDF = { schema: { type: 'string', format: 'binary' } };

/** The papers that hang on the notice board, for everybody. */
@ApiTags('public')
@ApiProduces('application/pdf')
@Controller('public/:city/assemblies/:id/papers')
export class PublicPapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly limit: PublicPapersLimit,
  ) {}

  @Get('notice.pdf')
  @Public()
  @ApiOperation({ summary: '会议公告' })
  @ApiOkResponse(PDF)
  async notice(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Asked & { readonly ip: string },
  ): Promise<StreamableFile> {
    this.limit.take(request.ip);
    return pdfOf(await this.papers.printPublic(city, id, { kind: 'notice', origin: originOf(request) }), 'notice');
  }

  @Get('result.pdf')
  @Public()
  @ApiOperation({ summary: '表决结果公告，公布后才有' })
  @ApiOkResponse(PDF)
  async result(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Asked & { readonly ip: string },
  ): Promise<StreamableFile> {
    this.limit.take(request.ip);
    return pdfOf(await this.papers.printPublic(city, id, { kind: 'result', origin: originOf(request) }), 'result');
  }
}
