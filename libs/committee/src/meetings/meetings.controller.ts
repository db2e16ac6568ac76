import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery } from '#libs/platform';
import { DecisionsService } from './decisions.service.js';
import {
  AttendanceRequest,
  DecidedResponse,
  DecisionRequest,
  MeetingCancellationRequest,
  MinutesRequest,
  NewMeetingRequest,
  PostingRequest,
} from './meeting-requests.dto.js';
import { CommitteeMeetingResponse, MeetingsResponse } from './meetings.dto.js';
import { MeetingQueries } from './meetings.queries.js';
import { MeetingsService } from './meetings.service.js';
import { MinutesService } from './minutes.service.js';

@ApiTags('committees')
@Controller('committees/:id/meetings')
export class MeetingsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly decisions: DecisionsService,
    private readonly minutes: MinutesService,
    private readonly queries: MeetingQueries,
  ) {}

  @Get()
  @Allow('committee.read')
  @ApiOkResponse({ type: MeetingsResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { after, limit }: IdPageQuery,
  ): Promise<MeetingsResponse> {
    const page = await this.queries.list(principal, id, { after: after ?? null, limit: limit ?? null });
    return { items: [...page.items], next: page.next };
  }

  @Post()
  @Allow('committee.work')
  @ApiOperation({ summary: '召集会议：议程提前公告，属于业主共同决定的事项只能提请业主大会' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async call(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { startsAt, place, proposers = [], items }: NewMeetingRequest,
  ): Promise<RecordedResponse> {
    const agenda = items.map(({ matter = null, resolutionId = null, ...item }) => ({ ...item, matter, resolutionId }));
    return {
      id: await this.meetings.call(principal, id, { startsAt: new Date(startsAt), place, proposers, items: agenda }),
    };
  }

  @Get(':meetingId')
  @Allow('committee.read')
  @ApiOkResponse({ type: CommitteeMeetingResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<CommitteeMeetingResponse> {
    return this.queries.one(principal, id, meetingId);
  }

  @Post(':meetingId/cancellation')
  @Allow('committee.work')
  @HttpCode(204)
  @ApiNoContentResponse()
  async cancel(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Body() { reason }: MeetingCancellationRequest,
  ): Promise<void> {
    await this.meetings.cancel(principal, { id, meetingId, reason });
  }

  @Post(':meetingId/attendance')
  @Allow('committee.work')
  @HttpCode(204)
  @ApiNoContentResponse()
  async attend(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Body() { present }: AttendanceRequest,
  ): Promise<void> {
    await this.meetings.attend(principal, { id, meetingId, people: present });
  }

  @Post(':meetingId/decisions')
  @Allow('committee.work')
  @ApiOperation({ summary: '记录一项表决：到会委员逐人表态，全体委员过半数同意为通过' })
  @ApiCreatedResponse({ type: DecidedResponse })
  async decide(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Body() request: DecisionRequest,
  ): Promise<DecidedResponse> {
    return this.decisions.record(principal, { id, meetingId }, request);
  }

  @Post(':meetingId/minutes')
  @Allow('committee.work')
  @HttpCode(204)
  @ApiNoContentResponse()
  async write(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Body() { content }: MinutesRequest,
  ): Promise<void> {
    await this.minutes.write(principal, { id, meetingId, content });
  }

  /** The caller signs for themselves. */
  @Post(':meetingId/signature')
  @Allow('committee.work')
  @HttpCode(204)
  @ApiNoContentResponse()
  async sign(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
  ): Promise<void> {
    await this.minutes.sign(principal, { id, meetingId });
  }

  @Post(':meetingId/publication')
  @Allow('committee.work')
  @HttpCode(204)
  @ApiNoContentResponse()
  async publish(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('meetingId', ParseUUIDPipe) meetingId: string,
    @Body() { place }: PostingRequest,
  ): Promise<void> {
    await this.minutes.publish(principal, { id, meetingId, place });
  }
}
