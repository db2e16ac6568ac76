import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery } from '#libs/platform';
import { SealLog } from './seal-log.js';
import { SealRequests } from './seal-requests.service.js';
import {
  SealCustodyRequest,
  SealConsentRequest,
  SealRegistrationRequest,
  SealRequestsResponse,
  SealsResponse,
  SealStateResponse,
  SealUseRequest,
} from './seals.dto.js';
import { SealsService } from './seals.service.js';

@ApiTags('committees')
@Controller('committees/:id')
export class SealsController {
  constructor(
    private readonly seals: SealsService,
    private readonly requests: SealRequests,
    private readonly log: SealLog,
  ) {}

  @Get('seals')
  @Allow('committee.read')
  @ApiOkResponse({ type: SealsResponse })
  async list(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<SealsResponse> {
    const seals = await this.seals.list(principal, id);
    return { items: seals.map(({ custody, ...seal }) => ({ ...seal, custody: [...custody] })) };
  }

  @Post('seals')
  @Allow('committee.work')
  @ApiCreatedResponse({ type: RecordedResponse })
  async register(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { kind, inscription, personId, office }: SealRegistrationRequest,
  ): Promise<RecordedResponse> {
    const keeper = { personId: personId ?? null, office: office ?? null };
    return { id: await this.seals.register(principal, id, { kind, inscription, ...keeper }) };
  }

  @Post('seals/:sealId/custody')
  @Allow('committee.work')
  @HttpCode(204)
  @ApiOperation({ summary: '移交保管' })
  @ApiNoContentResponse()
  async handOver(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sealId', ParseUUIDPipe) sealId: string,
    @Body() { personId, office }: SealCustodyRequest,
  ): Promise<void> {
    await this.seals.handOver(principal, id, { sealId, personId: personId ?? null, office: office ?? null });
  }

  @Get('seal-requests')
  @Allow('committee.read')
  @ApiOkResponse({ type: SealRequestsResponse })
  async requested(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { after, limit }: IdPageQuery,
  ): Promise<SealRequestsResponse> {
    const page = await this.log.list(principal, id, { after: after ?? null, limit: limit ?? null });
    return { items: page.items.map(({ consents, ...row }) => ({ ...row, consents: [...consents] })), next: page.next };
  }

  @Post('seal-requests')
  @Allow('committee.work')
  @ApiOperation({ summary: '申请用印：写明文件并附上文件' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async ask(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { resolutionId, ...request }: SealUseRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.requests.ask(principal, id, { ...request, resolutionId: resolutionId ?? null }) };
  }

  @Post('seal-requests/:requestId/consent')
  @Allow('committee.work')
  @ApiOperation({ summary: '本人同意或不同意用印' })
  @ApiCreatedResponse({ type: SealStateResponse })
  async consent(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('requestId', ParseUUIDPipe) requestId: string,
    @Body() { agrees }: SealConsentRequest,
  ): Promise<SealStateResponse> {
    return { state: await this.requests.consent(principal, id, { requestId, agrees }) };
  }

  @Post('seal-requests/:requestId/use')
  @Allow('committee.work')
  @HttpCode(204)
  @ApiNoContentResponse()
  async use(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('requestId', ParseUUIDPipe) requestId: string,
  ): Promise<void> {
    await this.requests.use(principal, id, requestId);
  }
}
