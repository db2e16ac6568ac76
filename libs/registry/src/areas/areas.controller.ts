import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { AreaChangeRequest, AreaListResponse, AreaResponse } from './areas.dto.js';
import { AreasService } from './areas.service.js';

@ApiTags('areas')
@Controller()
export class AreasController {
  constructor(private readonly areas: AreasService) {}

  @Get('areas')
  @Allow('area.read')
  @ApiOkResponse({ type: AreaListResponse })
  async list(@CurrentPrincipal() principal: Principal): Promise<AreaListResponse> {
    return { items: (await this.areas.list(principal)).map((area) => AreaResponse.from(area)) };
  }

  @Post('area-changes')
  @Allow('area.write')
  @ApiCreatedResponse({ type: AreaListResponse })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Body() request: AreaChangeRequest,
  ): Promise<AreaListResponse> {
    return { items: (await this.areas.change(principal, request)).map((area) => AreaResponse.from(area)) };
  }
}
