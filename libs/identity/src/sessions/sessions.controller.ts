import { Body, Controller, Delete, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentSignIn, Public, type SignedIn } from '#libs/platform';
import { OpenSessionRequest, RenewSessionRequest, SessionResponse } from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimit } from './sign-in-limit.js';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly limit: SignInLimit,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: '登录' })
  @ApiCreatedResponse({ type: SessionResponse })
  async open(@Body() request: OpenSessionRequest, @Ip() address: string): Promise<SessionResponse> {
    return SessionResponse.from(await this.limit.within(address, () => this.sessions.open(request)));
  }

  @Post('refresh')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: '换取新的访问凭证；旧的刷新凭证随即作废' })
  @ApiOkResponse({ type: SessionResponse })
  async renew(@Body() request: RenewSessionRequest): Promise<SessionResponse> {
    return SessionResponse.from(await this.sessions.renew(request.refreshToken));
  }

  @Delete('current')
  @Allow('self')
  @HttpCode(204)
  @ApiOperation({ summary: '退出登录' })
  @ApiNoContentResponse()
  async end(@CurrentSignIn() caller: SignedIn): Promise<void> {
    await this.sessions.end(caller);
  }
}
