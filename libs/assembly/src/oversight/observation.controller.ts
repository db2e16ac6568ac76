import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery, languageOf, StepUp } from '#libs/platform';
import { BasisRequest } from '../assemblies/assemblies.dto.js';
import { EarlyLooksService } from './early-look/early-looks.service.js';
import { ObservationQueries } from './observation.queries.js';
import {
  EarlyLookResponse,
  ObservationResponse,
  ObservedLogResponse,
  OwnObservationsResponse,
  PatternsResponse,
} from './oversight.dto.js';
import { toldPattern } from './pattern-words.js';
import { PatternQueries } from './patterns.queries.js';

/** For whoever was appointed to watch, owner or staff, and for the offices of the area. */
@ApiTags('observations')
@Controller('observations')
export class ObservationController {
  constructor(
    private readonly queries: ObservationQueries,
    private readonly patterns: PatternQueries,
    private readonly looks: EarlyLooksService,
  ) {}

  @Get()
  @Allow('self')
  @ApiOkResponse({ type: OwnObservationsResponse })
  async own(@CurrentPrincipal() principal: Principal): Promise<OwnObservationsResponse> {
    return { items: [...(await this.queries.own(principal))] };
  }

  @Get(':id')
  @Allow('self')
  @ApiOkResponse({ type: ObservationResponse })
  async one(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ObservationResponse> {
    return ObservationResponse.from(await this.queries.one(principal, id));
  }

  @Get(':id/log')
  @Allow('self')
  @ApiOkResponse({ type: ObservedLogResponse })
  async log(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { after, limit }: IdPageQuery,
  ): Promise<ObservedLogResponse> {
    const page = await this.queries.log(principal, id, { after: after ?? null, limit: limit ?? null });
    return { items: [...page.items], next: page.next };
  }

  /** What is worth a look, and what to do next; never a verdict. */
  @Get(':id/patterns')
  @Allow('self')
  @ApiOkResponse({ type: PatternsResponse })
  async unusual(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('accept-language') language?: string,
  ): Promise<PatternsResponse> {
    const found = await this.patterns.of(principal, id);
    const items = found.map((pattern) => {
      const { code, count, from, to } = pattern;
      return { code, count, from, to, ...toldPattern(pattern, languageOf(language)) };
    });
    return { items };
  }

  @Get(':id/early-look')
  @Allow('self')
  @ApiOkResponse({ type: EarlyLookResponse })
  async earlyLook(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<EarlyLookResponse> {
    return EarlyLookResponse.from(await this.looks.read(principal, id));
  }

  /** Gives one of the keys that together open the box before the close. */
  @Post(':id/early-look/keys')
  @Allow('self')
  @StepUp()
  @HttpCode(200)
  @ApiOkResponse({ type: EarlyLookResponse })
  async giveKey(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: BasisRequest,
  ): Promise<EarlyLookResponse> {
    return EarlyLookResponse.from(await this.looks.giveKey(principal, id, reason));
  }
}
