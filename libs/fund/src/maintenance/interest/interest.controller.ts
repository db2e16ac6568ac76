import { Body, Controller, Headers, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { requireKey } from '../../entries/idempotency-key.js';
import { MaintenanceBooks } from '../maintenance-books.js';
import { AllottedInterestResponse, MaintenanceInterestRequest } from './interest.dto.js';
import { InterestService } from './interest.service.js';

@ApiTags('maintenance-fund')
@Controller('compounds/:id/maintenance-fund/interest')
export class MaintenanceInterestController {
  constructor(
    private readonly books: MaintenanceBooks,
    private readonly interest: InterestService,
  ) {}

  @Post()
  @Allow('fund.write')
  @ApiOperation({ summary: '把银行已入账的利息分到各户，分毫不差' })
  @ApiHeader({
    name: 'idempotency-key',
    required: true,
    description: '8 to 100 visible ASCII signs, one per allotment',
  })
  @ApiCreatedResponse({ type: AllottedInterestResponse })
  async allot(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Body() request: MaintenanceInterestRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<AllottedInterestResponse> {
    const interest = MaintenanceInterestRequest.toNew(request, requireKey(key));
    return this.interest.allot(principal, await this.books.toKeep(principal, compoundId), interest);
  }
}
