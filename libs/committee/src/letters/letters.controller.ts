import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery } from '#libs/platform';
import { LetterRecordedResponse, LetterRequest, LettersResponse } from './letters.dto.js';
import { LettersService } from './letters.service.js';

@ApiTags('committees')
@Controller('committees/:id/letters')
export class LettersController {
  constructor(private readonly letters: LettersService) {}

  @Get()
  @Allow('committee.read')
  @ApiOkResponse({ type: LettersResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { after, limit }: IdPageQuery,
  ): Promise<LettersResponse> {
    const page = await this.letters.list(principal, id, { after: after ?? null, limit: limit ?? null });
    return { items: [...page.items], next: page.next };
  }

  @Post()
  @Allow('committee.work')
  @ApiCreatedResponse({ type: LetterRecordedResponse })
  async record(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: LetterRequest,
  ): Promise<LetterRecordedResponse> {
    const { theirNumber, needsAnswer, answerBy, answersId, fileId, ...letter } = request;
    return this.letters.record(principal, id, {
      ...letter,
      ...{ theirNumber: theirNumber ?? null, needsAnswer: needsAnswer ?? false, answerBy: answerBy ?? null },
      ...{ answersId: answersId ?? null, fileId: fileId ?? null },
    });
  }
}
