import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { PartiesQuery, PartiesResponse, RosterQuery, RosterSummaryResponse } from './roster.dto.js';
import { RosterService } from './roster.service.js';

@ApiTags('roster')
@Controller('compounds/:id')
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  @Get('roster')
  @Allow('roster.read')
  @ApiOperation({ summary: '名册概览：房屋、面积、按法律计算的人数，和需要核对的房屋' })
  @ApiOkResponse({ type: RosterSummaryResponse })
  async summary(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() { on }: RosterQuery,
  ): Promise<RosterSummaryResponse> {
    return this.roster.summary(principal, compoundId, on);
  }

  @Get('parties')
  @Allow('roster.read')
  @ApiOperation({ summary: '按法律计算的业主人数和面积：一人多套算一人，共有算一人，未售归建设单位一人' })
  @ApiOkResponse({ type: PartiesResponse })
  async parties(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() { on, building, stairway, countsParking = false }: PartiesQuery,
  ): Promise<PartiesResponse> {
    return this.roster.parties(principal, compoundId, { on, building, stairway, countsParking });
  }
}
