import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { MadeResponse } from '../../made.dto.js';
import { ReasonRequest } from '../acts.dto.js';
import { InterestsService } from './interests.service.js';

export class InterestRequest extends ReasonRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() compoundId: string;
}

export class InterestResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) compoundId: string;
  @ApiProperty() reason: string;
  @ApiProperty({ format: 'date-time' }) declaredAt: string;
}

export class InterestsResponse {
  @ApiProperty({ type: [InterestResponse] }) items: InterestResponse[];
}

/** 利害关系申报与回避. */
@ApiTags('acts')
@Controller('interests')
export class InterestsController {
  constructor(private readonly interests: InterestsService) {}

  @Get()
  @Allow('act.write')
  @ApiOkResponse({ type: InterestsResponse })
  async own(@CurrentPrincipal() principal: Principal): Promise<InterestsResponse> {
    const items = await this.interests.own(principal);
    return {
      items: items.map(({ id, compoundId, reason, declaredAt }) => {
        return { id, compoundId, reason, declaredAt: declaredAt.toISOString() };
      }),
    };
  }

  @Post()
  @Allow('act.write')
  @ApiCreatedResponse({ type: MadeResponse })
  async declare(@CurrentPrincipal() principal: Principal, @Body() request: InterestRequest): Promise<MadeResponse> {
    return { id: await this.interests.declare(principal, request) };
  }

  @Post(':id/ending')
  @Allow('act.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.interests.end(principal, id);
  }
}
