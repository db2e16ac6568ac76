import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { RuleValueRequest, RuleValuesResponse } from './rule-values.dto.js';
import { RuleValues } from './rule-values.service.js';

@ApiTags('coverage')
@Controller('coverage/rule-values')
export class RuleValuesController {
  constructor(private readonly ruleValues: RuleValues) {}

  @Get()
  @Allow('coverage.read')
  @ApiOkResponse({ type: RuleValuesResponse })
  async list(@CurrentPrincipal() principal: Principal): Promise<RuleValuesResponse> {
    return { items: await this.ruleValues.list(principal) };
  }

  @Put()
  @Allow('target.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async set(@CurrentPrincipal() principal: Principal, @Body() request: RuleValueRequest): Promise<void> {
    await this.ruleValues.set(principal, request);
  }
}
