import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { contentDisposition, isShown, Public } from '#libs/platform';
import type { FastifyReply } from 'fastify';
import { PublicVouchers } from './public-vouchers.service.js';

@ApiTags('public')
@Controller('public/:city/fund/vouchers')
export class PublicVouchersController {
  constructor(private readonly vouchers: PublicVouchers) {}

  @Get(':id')
  @Public()
  @ApiOperation({ summary: '一份标明公开的凭证' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async open(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { name, mediaType, bytes } = await this.vouchers.open(city, id);
    void reply
      .header('content-type', mediaType)
      .header('content-disposition', contentDisposition(isShown(mediaType) ? 'inline' : 'attachment', name))
      .header('x-content-type-options', 'nosniff');
    return new StreamableFile(bytes);
  }
}
