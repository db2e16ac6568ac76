import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, StepUp } from '#libs/platform';
import { SubjectLinkRequest } from '../directory/directory.dto.js';
import {
  ReasonRequest,
  SecondFactorRuleRequest,
  SecondFactorRuleResponse,
} from '../second-factor/second-factor.dto.js';
import { KeysOfOthers } from './keys-of-others.service.js';
import { SecondFactorRules } from './second-factor-rules.service.js';

@ApiTags('people')
@Controller()
export class KeysOfOthersController {
  constructor(
    private readonly keys: KeysOfOthers,
    private readonly rules: SecondFactorRules,
  ) {}

  @Post('users/:id/second-factor-reset')
  @Allow('user.manage')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: '取消他人遗失的第二步验证，并结束其全部登录' })
  @ApiNoContentResponse()
  async resetSecondFactor(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReasonRequest,
  ): Promise<void> {
    await this.keys.resetSecondFactor(principal, id, request.reason);
  }

  @Post('users/:id/sessions-ending')
  @Allow('user.manage')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: '结束他人的全部登录' })
  @ApiNoContentResponse()
  async endSessions(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ReasonRequest,
  ): Promise<void> {
    await this.keys.endSessions(principal, id, request.reason);
  }

  @Put('users/:id/directory-link')
  @Allow('user.manage')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: '将账号与本市统一身份关联，或解除关联' })
  @ApiNoContentResponse()
  async linkDirectory(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SubjectLinkRequest,
  ): Promise<void> {
    await this.keys.linkDirectory(principal, id, request.subject);
  }

  @Get('second-factor-rule')
  @Allow('user.manage')
  @ApiOperation({ summary: '本市对第二步验证的要求' })
  @ApiOkResponse({ type: SecondFactorRuleResponse })
  async readRule(@CurrentPrincipal() principal: Principal): Promise<SecondFactorRuleResponse> {
    const demand = await this.rules.read(principal);
    return { roles: demand?.roles ?? [], from: demand?.fromDay ?? null };
  }

  @Put('second-factor-rule')
  @Allow('security.write')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: '要求某些角色自某日起使用第二步验证' })
  @ApiNoContentResponse()
  async setRule(@CurrentPrincipal() principal: Principal, @Body() request: SecondFactorRuleRequest): Promise<void> {
    await this.rules.set(principal, { roles: request.roles, fromDay: request.from });
  }
}
