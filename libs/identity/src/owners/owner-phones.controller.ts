import { Body, Controller, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentSignIn, type SignedIn } from '#libs/platform';
import { SessionResponse } from '../sessions/sessions.dto.js';
import { CurrentDevice, type Device } from '../sessions/visit.js';
import { OwnerPhoneCodesRequest, OwnerPhoneCodesResponse, OwnerPhoneRequest } from './owner-sign-in.dto.js';
import { OwnerPhones } from './owner-phones.service.js';

@ApiTags('owners')
@Controller('me/owner-phone')
export class OwnerPhonesController {
  constructor(private readonly phones: OwnerPhones) {}

  @Post('codes')
  @Allow('home.bind')
  @ApiOperation({ summary: '换登录手机号：向新旧两个号码各发一个验证码' })
  @ApiCreatedResponse({ type: OwnerPhoneCodesResponse })
  async send(
    @CurrentSignIn() signedIn: SignedIn,
    @Body() { phone }: OwnerPhoneCodesRequest,
  ): Promise<OwnerPhoneCodesResponse> {
    return this.phones.sendCodes(signedIn, phone);
  }

  /** Every session from before ends; a new one is answered. */
  @Put()
  @Allow('home.bind')
  @ApiOperation({ summary: '换登录手机号：新旧两个号码各一个验证码；绑定不变，其他登录随即结束，两个号码都收到短信' })
  @ApiOkResponse({ type: SessionResponse })
  async change(
    @CurrentSignIn() signedIn: SignedIn,
    @Body() request: OwnerPhoneRequest,
    @CurrentDevice() device: Device,
  ): Promise<SessionResponse> {
    return SessionResponse.from(await this.phones.changeOwn(signedIn, request, device));
  }
}
