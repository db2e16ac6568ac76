import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import { PublicMaintenanceResponse } from './public-maintenance.dto.js';
import { PublicMaintenance } from './public-maintenance.service.js';

/** 维修资金公开: totals of a compound and its buildings, for everybody. */
@ApiTags('public')
@Controller('public/:city/maintenance-funds/:compoundId')
export class PublicMaintenanceController {
  constructor(private readonly fund: PublicMaintenance) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '一个小区的维修资金：总额和各幢余额，不列到户' })
  @ApiOkResponse({ type: PublicMaintenanceResponse })
  async totals(
    @Param('city') city: string,
    @Param('compoundId', ParseUUIDPipe) compoundId: string,
  ): Promise<PublicMaintenanceResponse> {
    return PublicMaintenanceResponse.from(await this.fund.totals(city, compoundId));
  }
}
