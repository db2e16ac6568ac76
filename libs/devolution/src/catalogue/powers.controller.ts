import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { MadeResponse } from '../made.dto.js';
import { PowerParameter, PowerResponse, PowersQuery, PowersResponse, PowerVersionRequest } from './powers.dto.js';
import { PowersService } from './powers.service.js';

@ApiTags('devolution')
@Controller('powers')
export class PowersController {
  constructor(private readonly powers: PowersService) {}

  @Get()
  @Allow('power.read')
  @ApiOkResponse({ type: PowersResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PowersQuery): Promise<PowersResponse> {
    const { on, powers } = await this.powers.list(principal, { on: query.on ?? null, heldBy: query.heldBy ?? null });
    return { on, items: powers.map((listed) => PowerResponse.from(listed)) };
  }

  @Post(':code/versions')
  @Allow('power.write')
  @ApiCreatedResponse({ type: MadeResponse })
  async layDown(
    @CurrentPrincipal() principal: Principal,
    @Param() { code }: PowerParameter,
    @Body() request: PowerVersionRequest,
  ): Promise<MadeResponse> {
    const version = { ...request, communityMode: request.communityMode ?? null };
    return { id: await this.powers.layDown(principal, code, version) };
  }
}
