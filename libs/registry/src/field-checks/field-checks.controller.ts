import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { CreatedResponse } from '../compounds/compounds.dto.js';
import { FieldCheckRequest } from './field-checks.dto.js';
import { FieldChecksService } from './field-checks.service.js';

@ApiTags('field checks')
@Controller('field-checks')
export class FieldChecksController {
  constructor(private readonly checks: FieldChecksService) {}

  @Post()
  @Allow('field-check.record')
  @ApiCreatedResponse({ type: CreatedResponse })
  async record(@CurrentPrincipal() principal: Principal, @Body() request: FieldCheckRequest): Promise<CreatedResponse> {
    return { id: await this.checks.record(principal, request) };
  }
}
