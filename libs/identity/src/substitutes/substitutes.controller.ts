import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, Clock, CurrentPrincipal, StepUp } from '#libs/platform';
import { GrantResponse } from '../people/people.dto.js';
import { SubstituteRequest, SubstituteResponse, SubstitutesResponse } from './substitutes.dto.js';
import { Substitutes } from './substitutes.service.js';

@ApiTags('me')
@Controller('me/substitutes')
export class SubstitutesController {
  constructor(
    private readonly substitutes: Substitutes,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('self')
  @ApiOperation({ summary: '本人交出和接受的代理，最新在前' })
  @ApiOkResponse({ type: SubstitutesResponse })
  async list(@CurrentPrincipal() principal: Principal): Promise<SubstitutesResponse> {
    const views = await this.substitutes.list(principal);
    return { items: views.map((view) => SubstituteResponse.ofView(view, this.clock.today())) };
  }

  @Post()
  @Allow('self')
  @StepUp()
  @ApiOperation({ summary: '休假期间将本人的一项授权交同事代理' })
  @ApiCreatedResponse({ type: GrantResponse })
  async give(@CurrentPrincipal() principal: Principal, @Body() request: SubstituteRequest): Promise<GrantResponse> {
    return GrantResponse.from(await this.substitutes.give(principal, request), this.clock.today());
  }

  @Post(':id/ending')
  @Allow('self')
  @HttpCode(204)
  @ApiOperation({ summary: '提前结束代理' })
  @ApiNoContentResponse()
  async end(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.substitutes.end(principal, id);
  }
}
