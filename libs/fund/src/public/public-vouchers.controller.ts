import { Controller, Get, Param, ParseUUIDPipe, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public, sentFile } from '#libs/platform';
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
    return sentFile(reply, await this.vouchers.open(city, id));
  }
}
