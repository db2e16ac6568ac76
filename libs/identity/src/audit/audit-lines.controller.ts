import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
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
}
