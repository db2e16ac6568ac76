import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { NewPartyOrganisationRequest } from './party-organisations.dto.js';
import { PartyOrganisationsService } from './party-organisations.service.js';

@ApiTags('evidence')
@Controller('party-organisations')
export class PartyOrganisationsController {
  constructor(private readonly organisations: PartyOrganisationsService) {}

  @Post()
  @Allow('compound.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async register(
    @CurrentPrincipal() principal: Principal,
    @Body() request: NewPartyOrganisationRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.organisations.register(principal, NewPartyOrganisationRequest.toNew(request)) };
  }
}
