import { Body, Controller, Headers, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentSignIn, type SignedIn } from '#libs/platform';
import { BallotReceiptResponse, BallotRequest } from './ballots.dto.js';
import { CastingService } from './casting.service.js';
import { requireKey } from './idempotency-key.js';

@ApiTags('assemblies')
@Controller('assemblies/:id/ballots')
export class BallotsController {
  constructor(private readonly casting: CastingService) {}

  /** Casts at the desk. The same key with the same ballot answers the same receipt, however often it is sent. */
  @Post()
  @Allow('assembly.write')
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per ballot' })
  @ApiCreatedResponse({ type: BallotReceiptResponse })
  async cast(
    @CurrentSignIn() signedIn: SignedIn,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: BallotRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<BallotReceiptResponse> {
    const ballot = BallotRequest.toNew(request);
    return BallotReceiptResponse.from(await this.casting.castAtDesk(signedIn, id, ballot, requireKey(key)));
  }
}
