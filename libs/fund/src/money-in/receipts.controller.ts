import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery } from '#libs/platform';
import { requireKey } from '../entries/idempotency-key.js';
import { CertificatesService } from './certificates.service.js';
import { FundReceiptRequest, FundReceiptsResponse } from './receipts.dto.js';
import { ReceiptsService } from './receipts.service.js';

/** 到账与捐赠证书. */
@ApiTags('fund')
@Controller('fund/receipts')
export class ReceiptsController {
  constructor(
    private readonly receipts: ReceiptsService,
    private readonly certificates: CertificatesService,
  ) {}

  @Get()
  @Allow('fund.write')
  @ApiOperation({ summary: '到账，最新在前；由管理全市基金的人查看' })
  @ApiOkResponse({ type: FundReceiptsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: IdPageQuery): Promise<FundReceiptsResponse> {
    const { items, next } = await this.certificates.receipts(principal, query);
    return { items: [...items], next };
  }

  @Post()
  @Allow('fund.write')
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per receipt' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async record(
    @CurrentPrincipal() principal: Principal,
    @Body() request: FundReceiptRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordedResponse> {
    return { id: await this.receipts.record(principal, FundReceiptRequest.toNew(request), requireKey(key)) };
  }

  @Get(':id/certificate.pdf')
  @Allow('fund.write')
  @ApiOperation({ summary: '捐赠证书，印有编号、查询码和二维码' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: { readonly protocol: string; readonly host: string },
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.certificates.print(principal, id, `${request.protocol}://${request.host}`);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${name}"` });
  }
}
