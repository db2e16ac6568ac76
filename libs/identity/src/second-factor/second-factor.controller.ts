import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, StepUp } from '#libs/platform';
import { ConfirmationRequest, EnrolmentResponse, RecoveryCodesResponse } from './second-factor.dto.js';
import { SecondFactors } from './second-factors.service.js';

@ApiTags('me')
@Controller('me/second-factor')
export class SecondFactorController {
  constructor(private readonly factors: SecondFactors) {}

  @Post()
  @Allow('self')
  @StepUp()
  @ApiOperation({ summary: '开始设置第二步验证；确认前不生效' })
  @ApiCreatedResponse({ type: EnrolmentResponse })
  async enrol(@CurrentPrincipal() principal: Principal): Promise<EnrolmentResponse> {
    return this.factors.enrol(principal);
  }

  @Post('confirmation')
  @Allow('self')
  @ApiOperation({ summary: '以第一个验证码确认；恢复码只显示一次' })
  @ApiCreatedResponse({ type: RecoveryCodesResponse })
  async confirm(
    @CurrentPrincipal() principal: Principal,
    @Body() request: ConfirmationRequest,
  ): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.factors.confirm(principal, request.code) };
  }

  @Post('recovery-codes')
  @Allow('self')
  @StepUp()
  @ApiOperation({ summary: '换一套恢复码；原有的作废' })
  @ApiCreatedResponse({ type: RecoveryCodesResponse })
  async renewCodes(@CurrentPrincipal() principal: Principal): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.factors.renewCodes(principal) };
  }

  @Delete()
  @Allow('self')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: '取消第二步验证' })
  @ApiNoContentResponse()
  async remove(@CurrentPrincipal() principal: Principal): Promise<void> {
    await this.factors.remove(principal);
  }
}
