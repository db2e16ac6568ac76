import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import type { Bundle } from '#libs/tally';
import { BasisRequest } from '../assemblies/assemblies.dto.js';
import { BundlesService } from './bundles.service.js';
import {
  BoardResponse,
  BundleQuery,
  BundleResponse,
  CertificationRequest,
  FiledResponse,
  FilingRequest,
  BallotProofResponse,
  TurnoutResponse,
} from './counting.dto.js';
import { FilingService } from './filing.service.js';
import { ResultResponse } from './result-answers.dto.js';
import { ResultsService } from './results.service.js';
import { TurnoutService } from './turnout.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id')
export class CountingController {
  constructor(
    private readonly results: ResultsService,
    private readonly turnouts: TurnoutService,
    private readonly filings: FilingService,
    private readonly bundles: BundlesService,
  ) {}

  /** Live: who took part, by door and by channel, and what the quorum still needs. */
  @Get('turnout')
  @Allow('assembly.read')
  @ApiOkResponse({ type: TurnoutResponse })
  async turnout(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TurnoutResponse> {
    const { doors, byChannel, ...told } = await this.turnouts.turnout(principal, id);
    return { ...told, doors: [...doors], byChannel: { ...byChannel } };
  }

  /** Hidden until the vote has closed and both tallies agreed. */
  @Get('result')
  @Allow('assembly.read')
  @ApiOkResponse({ type: ResultResponse })
  async result(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ResultResponse> {
    return ResultResponse.from(await this.results.result(principal, id));
  }

  /** Counts a closed vote twice and certifies what both tallies say. */
  @Post('result')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: ResultResponse })
  async certify(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { signers }: CertificationRequest,
  ): Promise<ResultResponse> {
    return ResultResponse.from(await this.results.certify(principal, id, signers));
  }

  @Post('publication')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async publish(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: BasisRequest,
  ): Promise<void> {
    await this.results.publish(principal, id, reason);
  }

  /** Files what was decided; where a committee was elected, with the case of the office under WY-04. */
  @Post('filing')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: FiledResponse })
  async file(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: FilingRequest,
  ): Promise<FiledResponse> {
    return { actId: await this.filings.file(principal, id, FilingRequest.toNew(request)) };
  }

  @Get('bundle')
  @Allow('assembly.read')
  @ApiOkResponse({ type: BundleResponse })
  async bundle(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { motion }: BundleQuery,
  ): Promise<Bundle> {
    return this.bundles.bundle(principal, id, motion ?? null);
  }

  @Get('board')
  @Allow('assembly.read')
  @ApiOkResponse({ type: BoardResponse })
  async board(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<BoardResponse> {
    const { leaves, ...board } = await this.bundles.board(principal, id);
    return { ...board, leaves: [...leaves] };
  }

  /** The proof that the ballot of a receipt is on the board. */
  @Get('proofs/:receipt')
  @Allow('assembly.read')
  @ApiOkResponse({ type: BallotProofResponse })
  async proof(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('receipt') receipt: string,
  ): Promise<BallotProofResponse> {
    const { path, ...proof } = await this.bundles.proof(principal, id, receipt);
    return { ...proof, path: [...path] };
  }
}
