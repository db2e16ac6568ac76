import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { ObjectionAnswerRequest, ObjectionRequest, ObjectionsResponse } from '../roll/roll.dto.js';
import { ObjectionsService } from './objections.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id')
export class ObjectionsController {
  constructor(private readonly objections: ObjectionsService) {}

  @Get('roll/objections')
  @Allow('assembly.read')
  @ApiOkResponse({ type: ObjectionsResponse })
  async toRoll(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ObjectionsResponse> {
    return { items: [...(await this.objections.list(principal, id, 'roll'))] };
  }

  @Post('roll/objections')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async raiseToRoll(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ObjectionRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.objections.raise(principal, id, { ...request, kind: 'roll' }) };
  }

  @Get('objections')
  @Allow('assembly.read')
  @ApiOkResponse({ type: ObjectionsResponse })
  async toResult(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ObjectionsResponse> {
    return { items: [...(await this.objections.list(principal, id, 'result'))] };
  }

  @Post('objections')
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async raiseToResult(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ObjectionRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.objections.raise(principal, id, { ...request, kind: 'result' }) };
  }

  /** Answers an objection, to the roll or to the result. */
  @Post('objections/:objectionId/answer')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answer(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('objectionId', ParseUUIDPipe) objectionId: string,
    @Body() request: ObjectionAnswerRequest,
  ): Promise<void> {
    await this.objections.answer(principal, id, { ...request, id: objectionId });
  }
}
