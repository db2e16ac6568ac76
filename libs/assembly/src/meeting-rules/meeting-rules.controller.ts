import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { MeetingRulesListResponse, MeetingRulesResponse, NewMeetingRulesRequest } from './meeting-rules.dto.js';
import { MeetingRulesService } from './meeting-rules.service.js';

@ApiTags('assemblies')
@Controller('compounds/:id/meeting-rules')
export class MeetingRulesController {
  constructor(private readonly meetingRules: MeetingRulesService) {}

  @Get()
  @Allow('assembly.read')
  @ApiOperation({ summary: '小区的业主大会议事规则，各个版本' })
  @ApiOkResponse({ type: MeetingRulesListResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<MeetingRulesListResponse> {
    const items = await this.meetingRules.list(principal, id);
    return { items: items.map((each) => MeetingRulesResponse.from(each)) };
  }

  @Post()
  @Allow('assembly.write')
  @ApiOperation({ summary: '登记议事规则的一个版本，附原件；筹备表决时自动采用' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async layDown(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: NewMeetingRulesRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.meetingRules.layDown(principal, NewMeetingRulesRequest.toNew(id, request)) };
  }
}
