import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { NewCommitteeRequest } from './committees.dto.js';
import { CommitteesService } from './committees.service.js';

@ApiTags('evidence')
@Controller('committees')
export class CommitteesController {
  constructor(private readonly committees: CommitteesService) {}

  @Post()
  @Allow('compound.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async register(
    @CurrentPrincipal() principal: Principal,
    @Body() request: NewCommitteeRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.committees.register(principal, NewCommitteeRequest.toNew(request)) };
  }
}
