import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError, type Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { BindingPhoneRequest, DeskCodeRequest, DeskCodeResponse } from '../unit-bindings.dto.js';
import { DeskCodesService } from './desk-codes.service.js';
import { DeskPhonesService } from './desk-phones.service.js';

@ApiTags('roster')
@Controller('compounds/:id/units/:unitId')
export class DeskPhonesController {
  constructor(
    private readonly phones: DeskPhonesService,
    private readonly codes: DeskCodesService,
  ) {}

  @Post('bindings/:bindingId/phone')
  @Allow('binding.write')
  @HttpCode(204)
  @ApiOperation({
    summary: '当面核对证件后为业主更换登录手机号；绑定不变，原来的登录随即结束，业主和两个号码都收到短信',
  })
  @ApiNoContentResponse()
  async change(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Param('bindingId', ParseUUIDPipe) bindingId: string,
    @Body() request: BindingPhoneRequest,
  ): Promise<void> {
    await this.phones.change(principal, { compoundId, unitId }, { ...request, bindingId });
  }

  @Post('sign-in-codes')
  @Allow('binding.write')
  @ApiOperation({ summary: '当面核对证件后开一次性登录码：收不到短信的业主凭它登录，30 分钟内有效，只能用一次' })
  @ApiCreatedResponse({ type: DeskCodeResponse })
  async issue(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Body() { bindingId, ownerId, seenDocument }: DeskCodeRequest,
  ): Promise<DeskCodeResponse> {
    if ((bindingId === undefined) === (ownerId === undefined)) throw new DomainError('binding.code-for-one');
    return this.codes.issue(
      principal,
      { compoundId, unitId },
      { bindingId: bindingId ?? null, ownerId: ownerId ?? null, seenDocument },
    );
  }
}
