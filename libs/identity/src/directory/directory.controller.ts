import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, Public, StepUp } from '#libs/platform';
import { opened } from '../sessions/entrance.service.js';
import { SessionResponse } from '../sessions/sessions.dto.js';
import { SignInLimit } from '../sessions/sign-in-limit.js';
import { CurrentDevice, type Device } from '../sessions/visit.js';
import { DirectoryClient } from './directory.client.js';
import {
  DirectoryAnswerRequest,
  DirectoryRequest,
  DirectoryVisitResponse,
  SignInWaysResponse,
} from './directory.dto.js';
import { DirectoryService } from './directory.service.js';
import { ReturnAddress } from './return-address.js';

@ApiTags('directory')
@Controller()
export class DirectoryController {
  constructor(
    private readonly directory: DirectoryService,
    private readonly client: DirectoryClient,
    private readonly limit: SignInLimit,
  ) {}

  @Get('public/sign-in-ways')
  @Public()
  @ApiOperation({ summary: '除登录名和密码外还可以怎样登录' })
  @ApiOkResponse({ type: SignInWaysResponse })
  ways(): SignInWaysResponse {
    return { directory: this.client.isOffered };
  }

  @Post('sessions/directory-visit')
  @Public()
  @ApiOperation({ summary: '以本市统一身份登录：取得要前往的网址' })
  @ApiCreatedResponse({ type: DirectoryVisitResponse })
  async begin(
    @Body() request: DirectoryRequest,
    @ReturnAddress() returnAddress: string,
  ): Promise<DirectoryVisitResponse> {
    return this.directory.beginSignIn(request.city, returnAddress);
  }

  @Post('sessions/directory')
  @Public()
  @ApiOperation({ summary: '以本市统一身份登录：返回之后' })
  @ApiCreatedResponse({ type: SessionResponse })
  async signIn(@Body() request: DirectoryAnswerRequest, @CurrentDevice() device: Device): Promise<SessionResponse> {
    const entered = await this.limit.within(device.address, () => this.directory.signIn(request, device));
    return SessionResponse.from(opened(entered));
  }

  @Post('me/directory-visit')
  @Allow('self')
  @ApiOperation({ summary: '关联本市统一身份：取得要前往的网址' })
  @ApiCreatedResponse({ type: DirectoryVisitResponse })
  async beginLink(
    @CurrentPrincipal() principal: Principal,
    @ReturnAddress() returnAddress: string,
  ): Promise<DirectoryVisitResponse> {
    return this.directory.beginLink(principal, returnAddress);
  }

  @Post('me/directory-link')
  @Allow('self')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: '关联本市统一身份：返回之后' })
  @ApiNoContentResponse()
  async link(@CurrentPrincipal() principal: Principal, @Body() request: DirectoryAnswerRequest): Promise<void> {
    await this.directory.link(principal, request);
  }

  @Delete('me/directory-link')
  @Allow('self')
  @StepUp()
  @HttpCode(204)
  @ApiOperation({ summary: '解除与本市统一身份的关联' })
  @ApiNoContentResponse()
  async unlink(@CurrentPrincipal() principal: Principal): Promise<void> {
    await this.directory.unlink(principal);
  }
}
