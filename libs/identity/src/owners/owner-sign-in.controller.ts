import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import { SessionResponse } from '../sessions/sessions.dto.js';
import { CurrentDevice, type Device } from '../sessions/visit.js';
import { OwnerCodeRequest, OwnerCodeResponse, OwnerSessionRequest } from './owner-sign-in.dto.js';
import { OwnerSignIn } from './owner-sign-in.service.js';

@ApiTags('owners')
@Controller()
export class OwnerSignInController {
  constructor(private readonly signIn: OwnerSignIn) {}

  @Post('owner-codes')
  @Public()
  @ApiOperation({ summary: '业主登录：向手机发送六位验证码；名册里有没有这个号码，答复都一样' })
  @ApiCreatedResponse({ type: OwnerCodeResponse })
  async send(@Body() request: OwnerCodeRequest, @CurrentDevice() device: Device): Promise<OwnerCodeResponse> {
    return this.signIn.sendCode(request, device);
  }

  @Post('owner-sessions')
  @Public()
  @ApiOperation({ summary: '业主登录：手机号码和验证码' })
  @ApiCreatedResponse({ type: SessionResponse })
  async open(@Body() request: OwnerSessionRequest, @CurrentDevice() device: Device): Promise<SessionResponse> {
    return SessionResponse.from(await this.signIn.open(request, device));
  }
}
