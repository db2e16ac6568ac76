import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { MaintenanceDayQuery } from '../homes/maintenance-homes.dto.js';
import { MaintenanceTopUpsResponse } from './top-ups.dto.js';
import { TopUpsService } from './top-ups.service.js';

@ApiTags('maintenance-fund')
@Controller('compounds/:id/maintenance-fund/top-ups')
export class MaintenanceTopUpsController {
  constructor(private readonly topUps: TopUpsService) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ summary: '应续交的房屋、各差多少和通知文字' })
  @ApiOkResponse({ type: MaintenanceTopUpsResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() { at }: MaintenanceDayQuery,
  ): Promise<MaintenanceTopUpsResponse> {
    return MaintenanceTopUpsResponse.from(await this.topUps.list(principal, compoundId, at ?? null));
  }
}
