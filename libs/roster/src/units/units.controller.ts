import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, Clock, CurrentPrincipal } from '#libs/platform';
import { PersonalData } from '../owners/personal-data.js';
import { UnitListQuery, UnitRequest } from './unit-requests.dto.js';
import { UnitSheetResponse } from './unit-sheet.dto.js';
import { UnitLineResponse, UnitPageResponse } from './units.dto.js';
import { UnitsService } from './units.service.js';

@ApiTags('roster')
@Controller('compounds/:id/units')
export class UnitsController {
  constructor(
    private readonly units: UnitsService,
    private readonly data: PersonalData,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('roster.read')
  @ApiOperation({ summary: '小区的房屋，按楼栋、单元、房号排列；可按地址、业主姓名或号码查找' })
  @ApiOkResponse({ type: UnitPageResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() query: UnitListQuery,
  ): Promise<UnitPageResponse> {
    const page = await this.units.list(principal, compoundId, query);
    return { items: page.items.map((row) => UnitLineResponse.from(row, principal.cityId, this.data)), next: page.next };
  }

  @Get(':unitId')
  @Allow('roster.read')
  @ApiOperation({ summary: '一套房屋：业主、份额、面积来源和历史；个人信息脱敏' })
  @ApiOkResponse({ type: UnitSheetResponse })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
  ): Promise<UnitSheetResponse> {
    const sheet = await this.units.read(principal, compoundId, unitId);
    return UnitSheetResponse.from(sheet, { cityId: principal.cityId, data: this.data, today: this.clock.today() });
  }

  @Post()
  @Allow('roster.write')
  @ApiOperation({ summary: '登记名册里没有的房屋' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async register(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Body() request: UnitRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.units.register(principal, compoundId, UnitRequest.toNew(request)) };
  }

  @Post(':unitId/versions')
  @Allow('roster.write')
  @HttpCode(204)
  @ApiOperation({ summary: '从某日起更正地址、用途或面积；以前的登记留在历史里' })
  @ApiNoContentResponse({ description: 'the facts hold from the day on' })
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Body() request: UnitRequest,
  ): Promise<void> {
    await this.units.change(principal, { compoundId, unitId }, UnitRequest.toNew(request));
  }
}
