import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf } from '#libs/platform';
import { RemindersService } from './reminders.service.js';
import {
  RemindedResponse,
  ReminderRequest,
  SweepLinesResponse,
  SweepRequest,
  TakenResultResponse,
  TakenResultsResponse,
} from './sweeps.dto.js';
import { SweepsService } from './sweeps.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id')
export class SweepsController {
  constructor(
    private readonly sweeps: SweepsService,
    private readonly reminders: RemindersService,
  ) {}

  @Get('sweep')
  @Allow('assembly.read')
  @ApiOkResponse({ type: SweepLinesResponse })
  async lines(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SweepLinesResponse> {
    return { items: [...(await this.sweeps.lines(principal, id))] };
  }

  /** Takes results from doors where there was no signal, each once. */
  @Post('sweep')
  @Allow('assembly.write')
  @HttpCode(200)
  @ApiOkResponse({ type: TakenResultsResponse })
  async take(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SweepRequest,
    @Headers('accept-language') language?: string,
  ): Promise<TakenResultsResponse> {
    const taken = await this.sweeps.take(principal, id, SweepRequest.toResults(request));
    return { items: taken.map((each) => TakenResultResponse.from(each, languageOf(language))) };
  }

  /** Reminds those who have not voted, by message. */
  @Post('reminders')
  @Allow('assembly.write')
  @HttpCode(200)
  @ApiOkResponse({ type: RemindedResponse })
  async remind(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReminderRequest,
  ): Promise<RemindedResponse> {
    const told = await this.reminders.remind(principal, id, ReminderRequest.toScope(request));
    return { ...told, withoutPhone: [...told.withoutPhone] };
  }
}
