import { Body, Controller, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentSignIn, type SignedIn } from '#libs/platform';
import { SessionResponse } from '../sessions/sessions.dto.js';
import { CurrentDevice, type Device } from '../sessions/visit.js';
import { OwnerPhoneRequest } from './owner-sign-in.dto.js';
import { OwnerPhones } from './owner-phones.service.js';

@ApiTags('owners')
@Controller('me/owner-phone')
export class OwnerPhonesController {
  constructor(private readonly phones: OwnerPhones) {}

  /** Both codes are asked for as for a sign-in. Every session from before ends; a new one is answered. */
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
