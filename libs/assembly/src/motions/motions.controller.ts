import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { NewMotionRequest } from './motions.dto.js';
import { MotionsService } from './motions.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id/motions')
export class MotionsController {
  constructor(private readonly motions: MotionsService) {}

  @Post()
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async add(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: NewMotionRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.motions.add(principal, id, NewMotionRequest.toNew(request)) };
  }

  @Post(':motionId/withdrawal')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('motionId', ParseUUIDPipe) motionId: string,
  ): Promise<void> {
    await this.motions.withdraw(principal, id, motionId);
  }
}
