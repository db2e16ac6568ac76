import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf } from '#libs/platform';
import { mayOpen } from '../domain/lint/lint.js';
import { BasisRequest, ExtensionRequest, FindingsQuery, NoticeRequest } from '../assemblies/assemblies.dto.js';
import { FindingsResponse } from '../assemblies/assembly-answers.dto.js';
import { toldFinding } from './lint-reader.js';
import { TimetableService } from './timetable.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id')
export class TimetableController {
  constructor(private readonly timetable: TimetableService) {}

  /** What would make the vote void or disputed. */
  @Get('findings')
  @Allow('assembly.read')
  @ApiOkResponse({ type: FindingsResponse })
  async findings(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { opensAt, closesAt }: FindingsQuery,
    @Headers('accept-language') language?: string,
  ): Promise<FindingsResponse> {
    const planned = opensAt && closesAt ? { opensAt: new Date(opensAt), closesAt: new Date(closesAt) } : null;
    const findings = await this.timetable.findings(principal, id, planned);
    return { items: findings.map((each) => toldFinding(each, languageOf(language))), isClear: mayOpen(findings) };
  }

  @Post('notice')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async notify(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { opensAt, closesAt, basis }: NoticeRequest,
  ): Promise<void> {
    const window = { opensAt: new Date(opensAt), closesAt: new Date(closesAt) };
    await this.timetable.notify(principal, id, { ...window, basis: basis ?? null });
  }

  @Post('opening')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async open(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.timetable.open(principal, id);
  }

  @Post('extension')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async extend(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { closesAt, reason }: ExtensionRequest,
  ): Promise<void> {
    await this.timetable.extend(principal, id, { closesAt: new Date(closesAt), reason });
  }

  @Post('closure')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.timetable.close(principal, id);
  }

  @Post('cancellation')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async cancel(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: BasisRequest,
  ): Promise<void> {
    await this.timetable.cancel(principal, id, reason);
  }
}
