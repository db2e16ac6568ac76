import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { ReasonRequest } from '../acts.dto.js';
import { CasesService } from './cases.service.js';

/** What stops the clock of a case, starts it again, or ends the case without a paper. */
@ApiTags('acts')
@Controller('acts/:id')
export class CaseClockController {
  constructor(private readonly cases: CasesService) {}

  @Post('suspension')
  @Allow('act.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async suspend(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    await this.cases.take(principal, id, 'suspension', reason);
  }

  @Post('resumption')
  @Allow('act.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async resume(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    await this.cases.take(principal, id, 'resumption', reason);
  }

  @Post('refusal')
  @Allow('act.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async refuse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    await this.cases.take(principal, id, 'refusal', reason);
  }

  @Post('withdrawal')
  @Allow('act.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    await this.cases.take(principal, id, 'withdrawal', reason);
  }
}
