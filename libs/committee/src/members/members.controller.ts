import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import {
  MemberCorrectionRequest,
  NewMemberRequest,
  SeatEndingRequest,
  SeatSignInRequest,
  SeatSignInResponse,
  SuccessionOfSeatRequest,
  type MemberRequest,
} from './members.dto.js';
import { MembersService, type NewMember } from './members.service.js';
import { SeatSignIns } from './seat-sign-ins.service.js';

function memberOf({ name, post, rank, isOwner, from, to, basis }: MemberRequest): NewMember {
  return { name, post, rank: rank ?? null, isOwner: isOwner ?? true, from, to: to ?? null, basis };
}

@ApiTags('committees')
@Controller('committees/:id/members')
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly signIns: SeatSignIns,
  ) {}

  @Post()
  @Allow('committee.keep')
  @ApiOperation({ summary: '登记任职；同一人改任的，原任职于前一日终止' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async seat(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: NewMemberRequest,
  ): Promise<RecordedResponse> {
    const asked = { ...memberOf(request), replaces: request.replaces ?? null };
    return { id: await this.members.seat(principal, id, asked) };
  }

  @Post(':recordId/correction')
  @Allow('committee.keep')
  @HttpCode(204)
  @ApiNoContentResponse()
  async correct(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('recordId', ParseUUIDPipe) recordId: string,
    @Body() request: MemberCorrectionRequest,
  ): Promise<void> {
    await this.members.correct(principal, id, { ...memberOf(request), recordId, reason: request.reason });
  }

  @Post(':recordId/ending')
  @Allow('committee.keep')
  @HttpCode(204)
  @ApiOperation({ summary: '辞职、资格终止或罢免；登录权限到最后一日自动终止' })
  @ApiNoContentResponse()
  async end(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('recordId', ParseUUIDPipe) recordId: string,
    @Body() { kind, ground, document, resolutionId, lastDay }: SeatEndingRequest,
  ): Promise<void> {
    const of = { ground: kind === 'disqualified' ? (ground ?? null) : null, resolutionId: resolutionId ?? null };
    await this.members.end(principal, id, { recordId, kind, document, lastDay, ...of });
  }

  @Post(':recordId/succession')
  @Allow('committee.keep')
  @ApiOperation({ summary: '候补委员按顺序递补' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async stepUp(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('recordId', ParseUUIDPipe) recordId: string,
    @Body() { from, basis }: SuccessionOfSeatRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.members.stepUp(principal, id, { recordId, from, basis }) };
  }

  @Post(':recordId/sign-in')
  @Allow('committee.keep')
  @ApiOperation({ summary: '给委员开通登录；初始密码只显示一次，任期届满自动终止' })
  @ApiCreatedResponse({ type: SeatSignInResponse })
  async signIn(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('recordId', ParseUUIDPipe) recordId: string,
    @Body() { login }: SeatSignInRequest,
  ): Promise<SeatSignInResponse> {
    return this.signIns.give(principal, id, { recordId, login });
  }
}
