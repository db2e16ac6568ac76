import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { NewServiceModeRequest, RecordedResponse } from './service-modes.dto.js';
import { ServiceModesService } from './service-modes.service.js';

@ApiTags('evidence')
@Controller('service-modes')
export class ServiceModesController {
  constructor(private readonly services: ServiceModesService) {}

  @Post()
  @Allow('compound.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async register(
    @CurrentPrincipal() principal: Principal,
    @Body() request: NewServiceModeRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.services.register(principal, NewServiceModeRequest.toNew(request)) };
  }
}
