import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { MaintenanceAccountResponse } from '../homes/maintenance-homes.dto.js';
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
}
