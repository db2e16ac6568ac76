import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IdPageQuery, Public } from '#libs/platform';
import { PublicMaintenanceResponse } from './public-maintenance.dto.js';
import { PublicMaintenance } from './public-maintenance.service.js';
import { PublicRepair, PublicRepairsResponse } from './public-repairs.dto.js';
import { PublicRepairs } from './public-repairs.service.js';

/** 维修资金公开: totals of a compound and its buildings, and its repairs, for everybody. */
@ApiTags('public')
@Controller('public/:city/maintenance-funds/:compoundId')
export class PublicMaintenanceController {
  constructor(
    private readonly fund: PublicMaintenance,
    private readonly works: PublicRepairs,
  ) {}

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

  @Get('repairs')
  @Public()
  @ApiOperation({ summary: '一个小区的维修支出：做了什么、谁做的、花了多少、验收和凭证，最新在前，不列到户' })
  @ApiOkResponse({ type: PublicRepairsResponse })
  async repairs(
    @Param('city') city: string,
    @Param('compoundId', ParseUUIDPipe) compoundId: string,
    @Query() query: IdPageQuery,
  ): Promise<PublicRepairsResponse> {
    const { items, next } = await this.works.list(city, { ...query, compoundId });
    return { items: items.map((shown) => PublicRepair.from(shown)), next };
  }
}
