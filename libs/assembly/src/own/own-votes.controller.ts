import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { AnswerRequest, BallotReceiptResponse } from '../ballots/ballots.dto.js';
import { requireKey } from '../ballots/idempotency-key.js';
import { CoOwnersService } from './co-owners.service.js';
import {
  CoOwnerStatementRequest,
  CoOwnerStatementResponse,
  OwnBallotRequest,
  OwnObjectionRequest,
  OwnVoteResponse,
  OwnVotesResponse,
} from './own-votes.dto.js';
import { OwnVoteQueries } from './own-votes.queries.js';
import { OwnVotesService } from './own-votes.service.js';

@ApiTags('owners')
@Controller('me/assemblies')
export class OwnVotesController {
  constructor(
    private readonly queries: OwnVoteQueries,
    private readonly votes: OwnVotesService,
    private readonly coOwners: CoOwnersService,
  ) {}

  @Get()
  @Allow('own-vote.read')
  @ApiOperation({ summary: '我的表决：本人房屋所在小区的表决，能投的在前' })
  @ApiOkResponse({ type: OwnVotesResponse })
  async list(@CurrentPrincipal() principal: Principal): Promise<OwnVotesResponse> {
    return this.queries.list(principal);
  }

  @Get(':id')
  @Allow('own-vote.read')
  @ApiOperation({ summary: '一次表决：议题、本人这一户、投过没有、还差多少' })
  @ApiOkResponse({ type: OwnVoteResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OwnVoteResponse> {
    return this.queries.one(principal, id);
  }

  @Post(':id/ballots')
  @Allow('own-vote.cast')
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per ballot' })
  @ApiOperation({ summary: '投票；按公布的规则允许的，截止前可以改投。同一个键重发，得到同一张回执' })
  @ApiCreatedResponse({ type: BallotReceiptResponse })
  async cast(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: OwnBallotRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<BallotReceiptResponse> {
    const answers = OwnBallotRequest.toAnswers(request);
    return BallotReceiptResponse.from(await this.votes.cast(principal, id, answers, requireKey(key)));
  }

  @Get(':id/ballots/:partyId')
  @Allow('own-vote.read')
  @ApiOperation({ summary: '再看回执：本人用手机投的、现在有效的那一张' })
  @ApiOkResponse({ type: BallotReceiptResponse })
  async receipt(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('partyId', ParseUUIDPipe) partyId: string,
  ): Promise<BallotReceiptResponse> {
    return BallotReceiptResponse.from(await this.votes.receipt(principal, id, partyId));
  }

  @Post(':id/parties/:partyId/statements')
  @Allow('own-vote.cast')
  @HttpCode(200)
  @ApiOperation({
    summary: '共有人表态：另一位共有人已投的，说一遍自己怎么投；一致就计入，不一致暂不计入。所说内容不留存',
  })
  @ApiOkResponse({ type: CoOwnerStatementResponse })
  async state(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('partyId', ParseUUIDPipe) partyId: string,
    @Body() { answers }: CoOwnerStatementRequest,
  ): Promise<CoOwnerStatementResponse> {
    return this.coOwners.state(principal, id, { partyId, answers: AnswerRequest.toAnswers(answers) });
  }

  @Post(':id/roll/objections')
  @Allow('own-vote.cast')
  @ApiOperation({ summary: '对业主名册提异议' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async objectToRoll(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { content }: OwnObjectionRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.votes.object(principal, id, { kind: 'roll', content }) };
  }

  @Post(':id/objections')
  @Allow('own-vote.cast')
  @ApiOperation({ summary: '对公布的结果提异议' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async objectToResult(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { content }: OwnObjectionRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.votes.object(principal, id, { kind: 'result', content }) };
  }
}
