import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery } from '#libs/platform';
import { MaintenanceAccountResponse } from '../homes/maintenance-homes.dto.js';
import { OwnRepair, OwnRepairsResponse } from '../public/public-repairs.dto.js';
import { OwnSubAccounts } from './own-sub-accounts.service.js';

/** 我家的维修资金. */
@ApiTags('owners')
@Controller('me/homes/:unitId/maintenance-fund')
export class OwnSubAccountsController {
  constructor(private readonly own: OwnSubAccounts) {}

  @Get()
  @Allow('home.read')
  @ApiOperation({ summary: '自己房屋的维修资金分户账；房屋转让后由新业主查看' })
  @ApiOkResponse({ type: MaintenanceAccountResponse })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('unitId', ParseUUIDPipe) unitId: string,
  ): Promise<MaintenanceAccountResponse> {
    return MaintenanceAccountResponse.from(await this.own.account(principal, unitId));
  }

  @Get('repairs')
  @Allow('home.read')
  @ApiOperation({ summary: '自己房屋分摊的维修：做了什么、谁做的、花了多少、本户分摊多少、验收和凭证' })
  @ApiOkResponse({ type: OwnRepairsResponse })
  async repairs(
    @CurrentPrincipal() principal: Principal,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Query() query: IdPageQuery,
  ): Promise<OwnRepairsResponse> {
    const { items, next } = await this.own.repairs(principal, unitId, query);
    return { items: items.map(({ shown, share }) => OwnRepair.of(shown, share)), next };
  }
}
