import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { AcceptAllRequest, AcceptedResponse, BatchRequest, BatchResponse } from './delegation-batches.dto.js';
import { DelegationBatches } from './delegation-batches.service.js';

@ApiTags('devolution')
@Controller()
export class DelegationBatchesController {
  constructor(private readonly batches: DelegationBatches) {}

  @Post('delegation-batches')
  @Allow('delegation.write')
  @ApiCreatedResponse({ type: BatchResponse })
  async handDown(@CurrentPrincipal() principal: Principal, @Body() request: BatchRequest): Promise<BatchResponse> {
    const { ids, refused } = await this.batches.handDown(principal, BatchRequest.toNew(request));
    return { granted: ids.length, refused: [...refused] };
  }

  @Post('delegation-acceptances')
  @Allow('delegation.write')
  @ApiCreatedResponse({ type: AcceptedResponse })
  async acceptAll(
    @CurrentPrincipal() principal: Principal,
    @Body() { office, readiness }: AcceptAllRequest,
  ): Promise<AcceptedResponse> {
    return { accepted: await this.batches.acceptAll(principal, office, { ...readiness }) };
  }
}
