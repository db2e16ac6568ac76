import { Controller, Get, Header, Headers, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, CurrentSignIn, languageOf, type SignedIn } from '#libs/platform';
import { CompoundCoverageResponse } from '../compound-file/compound-coverage.dto.js';
import { CompoundCoverageService } from '../compound-file/compound-coverage.service.js';
import { coverageQuestion } from './coverage-question.js';
import { CoverageAnswer, CoverageQuery, GapsQuery, GapsResponse } from './coverage.dto.js';
import { CoverageService } from './coverage.service.js';
import { gapFilter, GapsService } from './gaps.service.js';

@ApiTags('coverage')
@Controller()
export class CoverageController {
  constructor(
    private readonly coverage: CoverageService,
    private readonly gapsService: GapsService,
    private readonly compounds: CompoundCoverageService,
  ) {}

  /** Answers with text made once per audit: the board is the page that everybody opens at nine. */
  @Get('coverage')
  @Allow('coverage.read')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: CoverageAnswer })
  async answer(@CurrentSignIn() { principal, stamp }: SignedIn, @Query() query: CoverageQuery): Promise<string> {
    return this.coverage.answerText(principal, coverageQuestion(query), stamp.factVersion);
  }

  @Get('coverage/gaps')
  @Allow('coverage.read')
  @ApiOkResponse({ type: GapsResponse })
  async gaps(
    @CurrentPrincipal() principal: Principal,
    @Query() query: GapsQuery,
    @Headers('accept-language') language?: string,
  ): Promise<GapsResponse> {
    const { after = null, limit = null } = query;
    const filter = { ...gapFilter(query), after, limit };
    const page = await this.gapsService.page(principal, coverageQuestion(query), filter, languageOf(language));
    return { items: [...page.items], next: page.next };
  }

  @Get('compounds/:id/coverage')
  @Allow('compound.read')
  @ApiOkResponse({ type: CompoundCoverageResponse })
  async compound(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: CoverageQuery,
    @Headers('accept-language') language?: string,
  ): Promise<CompoundCoverageResponse> {
    return this.compounds.read(principal, id, coverageQuestion(query), languageOf(language));
  }
}
