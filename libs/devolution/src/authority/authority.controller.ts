import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf } from '#libs/platform';
import { authorityQuestion } from './authority-question.js';
import { AuthorityQuery, AuthorityResponse } from './authority.dto.js';
import { AuthorityService } from './authority.service.js';

@ApiTags('devolution')
@Controller('authority')
export class AuthorityController {
  constructor(private readonly authority: AuthorityService) {}

  @Get()
  @Allow('power.read')
  @ApiOkResponse({ type: AuthorityResponse })
  async answer(
    @CurrentPrincipal() principal: Principal,
    @Query() query: AuthorityQuery,
    @Headers('accept-language') language?: string,
  ): Promise<AuthorityResponse> {
    const answer = await this.authority.answer(principal, authorityQuestion(query), languageOf(language));
    return { ...answer, chain: [...answer.chain] };
  }
}
