import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { ReceiptResponse } from '#libs/transparency';
import { AuditLinePageResponse, AuditLineQuery, AuditLineResponse } from './audit-lines.dto.js';
import { AuditLinesService } from './audit-lines.service.js';

@ApiTags('audit')
@Controller('audit-lines')
export class AuditLinesController {
  constructor(private readonly lines: AuditLinesService) {}

  @Get()
  @Allow('audit.read')
  @ApiOperation({ summary: '操作留痕，最新在前' })
  @ApiOkResponse({ type: AuditLinePageResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: AuditLineQuery): Promise<AuditLinePageResponse> {
    const page = await this.lines.list(principal, query);
    return { items: page.items.map((line) => AuditLineResponse.from(line)), next: page.next };
  }

  @Get(':id/receipt')
  @Allow('audit.read')
  @ApiOperation({ summary: '一条留痕在透明日志中的回执；封存之前没有证明' })
  @ApiOkResponse({ type: ReceiptResponse })
  async receipt(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReceiptResponse> {
    return ReceiptResponse.from(await this.lines.receipt(principal, id));
  }
}
