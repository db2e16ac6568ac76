import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { OwnersBodiesResponse, PostedMinutesResponse } from './owners-bodies.dto.js';
import { OwnersBodies } from './owners-bodies.js';

@ApiTags('owners')
@Controller('me/committees')
export class OwnersBodiesController {
  constructor(private readonly bodies: OwnersBodies) {}

  @Get()
  @Allow('home.read')
  @ApiOperation({ summary: '我的小区的业委会（物管会）：成员、任期和已公告的会议' })
  @ApiOkResponse({ type: OwnersBodiesResponse })
  async list(@CurrentPrincipal() principal: Principal): Promise<OwnersBodiesResponse> {
    return { items: await this.bodies.list(principal) };
  }

  @Get(':id/meetings/:meetingId')
  @Allow('home.read')
  @ApiOkResponse({ type: PostedMinutesResponse })
  async minutes(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<PostedMinutesResponse> {
    return this.bodies.minutes(principal, id, meetingId);
  }
}
