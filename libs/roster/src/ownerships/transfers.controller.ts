import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { RepresentativeRequest, TransferRequest } from './transfers.dto.js';
import { TransfersService } from './transfers.service.js';

@ApiTags('roster')
@Controller('compounds/:id/units/:unitId')
export class TransfersController {
  constructor(private readonly transfers: TransfersService) {}

  @Post('transfers')
  @Allow('roster.write')
  @HttpCode(204)
  @ApiOperation({ summary: '登记产权转移：从某日起由谁持有；以前的业主留在历史里' })
  @ApiNoContentResponse({ description: 'the unit is held so from the day on' })
  async transfer(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Body() request: TransferRequest,
  ): Promise<void> {
    await this.transfers.transfer(principal, { compoundId, unitId }, TransferRequest.toNew(request));
  }

  @Post('representative')
  @Allow('roster.write')
  @HttpCode(204)
  @ApiOperation({ summary: '登记共有人推选的代表，由其投共有房屋的一票' })
  @ApiNoContentResponse({ description: 'the co-owner votes for all from the day on' })
  async nameRepresentative(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Body() request: RepresentativeRequest,
  ): Promise<void> {
    const told = RepresentativeRequest.toNew(request);
    await this.transfers.nameRepresentative(principal, { compoundId, unitId }, told);
  }
}
