import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { BasisRequest } from '../assemblies/assemblies.dto.js';
import { RecordedResponse } from '#libs/companies';
import { CustodyService } from './custody.service.js';
import { CustodyRequest, OverseerRequest } from './oversight.dto.js';
import { OverseersService } from './overseers.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id')
export class OverseersController {
  constructor(
    private readonly overseers: OverseersService,
    private readonly custody: CustodyService,
  ) {}

  @Post('overseers')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async appoint(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: OverseerRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.overseers.appoint(principal, id, OverseerRequest.toNew(request)) };
  }

  @Post('overseers/:overseerId/ending')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('overseerId', ParseUUIDPipe) overseerId: string,
    @Body() { reason }: BasisRequest,
  ): Promise<void> {
    await this.overseers.end(principal, id, { id: overseerId, reason });
  }

  @Post('custody')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async record(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: CustodyRequest,
  ): Promise<void> {
    await this.custody.record(principal, id, CustodyRequest.toNew(request));
  }
}
