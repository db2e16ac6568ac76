import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, sentFile } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CreatedResponse } from '../compounds/compounds.dto.js';
import { readFileUpload } from './file-upload.js';
import { FileResponse, ScanRequest, ScanWithdrawalRequest } from './files.dto.js';
import { FilesService } from './files.service.js';
import { ScansService } from './scans.service.js';

const FORM = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      format: 'binary',
      description: 'PDF, PNG, JPEG, OFD, or Word or Excel without macros; at most 20 MB',
    },
  },
};

/** Scans of papers. Registry holds them, since who may open which is a question of compounds. */
@ApiTags('files')
@Controller()
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly scans: ScansService,
  ) {}

  @Post('files')
  @Allow('file.upload')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: FileResponse })
  async upload(@CurrentPrincipal() principal: Principal, @Req() request: FastifyRequest): Promise<FileResponse> {
    return FileResponse.from(await this.files.upload(principal, await readFileUpload(request)));
  }

  @Get('files/:id')
  @Allow('file.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({
    schema: { type: 'string', format: 'binary' },
    description: 'inline only for pdf, png and jpeg; the content type is that of the file',
  })
  async open(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.files.open(principal, id);
    // A grant may end at any moment; what was opened under it is not to be found in a cache afterwards.
    void reply.header('cache-control', 'private, no-store');
    return sentFile(reply, file);
  }

  @Post('scans')
  @Allow('file.upload')
  @ApiCreatedResponse({ type: CreatedResponse })
  async attach(@CurrentPrincipal() principal: Principal, @Body() request: ScanRequest): Promise<CreatedResponse> {
    return { id: await this.scans.attach(principal, request) };
  }

  @Post('scans/:id/withdrawal')
  @Allow('file.upload')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ScanWithdrawalRequest,
  ): Promise<void> {
    await this.scans.withdraw(principal, id, reason);
  }
}
