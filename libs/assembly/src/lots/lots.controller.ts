import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { LotRequest } from './lots.dto.js';
import { LotsService } from './lots.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id/lots')
export class LotsController {
  constructor(private readonly lots: LotsService) {}

  @Post()
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiOperation({ summary: '记录公开抽签：候选人票数完全相同时，由抽签确定席位或候补顺序' })
  @ApiNoContentResponse()
  async draw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: LotRequest,
  ): Promise<void> {
    await this.lots.draw(principal, id, LotRequest.toNew(request));
  }
}
