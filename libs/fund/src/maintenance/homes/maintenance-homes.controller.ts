import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, DEFAULT_LIMIT, foreignCursor } from '#libs/platform';
import {
  MaintenanceAccountResponse,
  MaintenanceDayQuery,
  MaintenanceHomeResponse,
  MaintenanceHomesQuery,
  MaintenanceHomesResponse,
} from './maintenance-homes.dto.js';
import { MaintenanceHomes } from './maintenance-homes.service.js';

/** 维修资金分户账. */
@ApiTags('maintenance-fund')
@Controller('compounds/:id/maintenance-fund/homes')
export class MaintenanceHomesController {
  constructor(private readonly homes: MaintenanceHomes) {}

  @Get()
  @Allow('fund.read')
  @ApiOperation({ summary: '各户的首期和余额，按地址排列' })
  @ApiOkResponse({ type: MaintenanceHomesResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() { at, after, limit = DEFAULT_LIMIT }: MaintenanceHomesQuery,
  ): Promise<MaintenanceHomesResponse> {
    const all = await this.homes.list(principal, compoundId, at ?? null);
    const behind = after === undefined ? -1 : all.findIndex(({ home }) => home.unitId === after);
    if (after !== undefined && behind < 0) throw foreignCursor();
    const page = all.slice(behind + 1, behind + 1 + limit);
    const isLast = behind + 1 + limit >= all.length;
    const items = page.map((each) => MaintenanceHomeResponse.from(each));
    return { items, next: isLast ? null : (page.at(-1)?.home.unitId ?? null) };
  }

  @Get(':unitId')
  @Allow('fund.read')
  @ApiOperation({ summary: '一户的分户账：逐笔和余额，可看任何一天' })
  @ApiOkResponse({ type: MaintenanceAccountResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Query() { at }: MaintenanceDayQuery,
  ): Promise<MaintenanceAccountResponse> {
    return MaintenanceAccountResponse.from(await this.homes.one(principal, compoundId, { unitId, at: at ?? null }));
  }
}
