import { Body, Controller, Headers, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { EntryRequest, PostedEntryResponse, ReversalRequest } from './entries.dto.js';
import { requireKey } from './idempotency-key.js';
import { FundEntriesService } from './fund-entries.service.js';
import { FundReversals } from './reversals.service.js';

@ApiTags('fund')
@Controller('fund/entries')
export class FundEntriesController {
  constructor(
    private readonly entries: FundEntriesService,
    private readonly reversals: FundReversals,
  ) {}

  /** Posts an entry. The same key with the same entry answers the same entry, however often it is sent. */
  @Post()
  @Allow('fund.write')
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per entry' })
  @ApiCreatedResponse({ type: PostedEntryResponse })
  async post(
    @CurrentPrincipal() principal: Principal,
    @Body() request: EntryRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<PostedEntryResponse> {
    return this.entries.post(principal, request, requireKey(key));
  }

  /** Undoes an entry by its opposite; nothing is ever changed. Without a key, each call is one of its own. */
  @Post(':id/reversal')
  @Allow('fund.write')
  @ApiHeader({ name: 'idempotency-key', required: false, description: 'the same key and request make one reversal' })
  @ApiCreatedResponse({ type: PostedEntryResponse })
  async reverse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReversalRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<PostedEntryResponse> {
    return this.reversals.reverse(principal, id, { request, key: key === undefined ? null : requireKey(key) });
  }
}
