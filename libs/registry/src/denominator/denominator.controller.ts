import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { DenominatorQuery, DenominatorResponse } from './denominator.dto.js';
import { DenominatorQueries } from './denominator.queries.js';

@ApiTags('compounds')
@Controller('denominator')
export class DenominatorController {
  constructor(private readonly denominator: DenominatorQueries) {}

  @Get()
  @Allow('compound.read')
  @ApiOkResponse({ type: DenominatorResponse })
  async explain(
    @CurrentPrincipal() principal: Principal,
    @Query() query: DenominatorQuery,
  ): Promise<DenominatorResponse> {
    return DenominatorResponse.from(await this.denominator.explain(principal, query));
  }
}
