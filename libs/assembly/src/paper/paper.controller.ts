import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { BasisRequest } from '../assemblies/assemblies.dto.js';
import { BatchesService } from './batches.service.js';
import {
  PaperBatchesResponse,
  PaperBatchLine,
  PaperBatchResponse,
  IssueSlipsRequest,
  KeyingRequest,
  NewBatchRequest,
  ReturnSlipsRequest,
  SlipResponse,
  SlipsResponse,
} from './paper.dto.js';
import { SlipsService } from './slips.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id')
export class PaperController {
  constructor(
    private readonly slips: SlipsService,
    private readonly batches: BatchesService,
  ) {}

  @Get('paper-slips')
  @Allow('assembly.read')
  @ApiOkResponse({ type: SlipsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<SlipsResponse> {
    return { items: [...(await this.slips.list(principal, id))] };
  }

  @Post('paper-slips')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: SlipsResponse })
  async issue(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { partyIds }: IssueSlipsRequest,
  ): Promise<SlipsResponse> {
    return { items: [...(await this.slips.issue(principal, id, [...new Set(partyIds)]))] };
  }

  /** Slips come back before the vote closes; they may be keyed afterwards. */
  @Post('paper-slips/returns')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async takeBack(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { slips }: ReturnSlipsRequest,
  ): Promise<void> {
    await this.slips.takeBack(principal, id, [...new Set(slips)]);
  }

  /** A slip is void when two people have said so. */
  @Post('paper-slips/:slip/voiding')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: SlipResponse })
  async void(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('slip') slip: string,
    @Body() { reason }: BasisRequest,
  ): Promise<SlipResponse> {
    return this.slips.void(principal, id, { slip, reason });
  }

  /** Every batch and how far it has come. */
  @Get('paper-batches')
  @Allow('assembly.write')
  @ApiOkResponse({ type: PaperBatchesResponse })
  async listBatches(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PaperBatchesResponse> {
    return { items: (await this.batches.list(principal, id)).map((batch) => PaperBatchLine.from(batch)) };
  }

  /** The first of two keyings. */
  @Post('paper-batches')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: PaperBatchResponse })
  async open(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: NewBatchRequest,
  ): Promise<PaperBatchResponse> {
    const entries = KeyingRequest.toEntries(request);
    return PaperBatchResponse.from(await this.batches.open(principal, id, { fileId: request.fileId, entries }));
  }

  @Get('paper-batches/:batchId')
  @Allow('assembly.write')
  @ApiOkResponse({ type: PaperBatchResponse })
  async batch(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('batchId', ParseUUIDPipe) batchId: string,
  ): Promise<PaperBatchResponse> {
    return PaperBatchResponse.from(await this.batches.one(principal, id, batchId));
  }

  /** The second keying, by somebody else, or a correction of one's own. */
  @Post('paper-batches/:batchId/keyings')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: PaperBatchResponse })
  async key(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('batchId', ParseUUIDPipe) batchId: string,
    @Body() request: KeyingRequest,
  ): Promise<PaperBatchResponse> {
    return PaperBatchResponse.from(
      await this.batches.key(principal, id, { batchId, entries: KeyingRequest.toEntries(request) }),
    );
  }
}
