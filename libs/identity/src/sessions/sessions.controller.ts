import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentSignIn, Public, type SignedIn } from '#libs/platform';
import { Entrance, opened } from './entrance.service.js';
import { Proofs } from './proofs.service.js';
import {
  OpenSessionRequest,
  ProofResponse,
  RenewSessionRequest,
  SecondStepRequest,
  SessionResponse,
  StepUpRequest,
} from './sessions.dto.js';
import { SessionsService } from './sessions.service.js';
import { SignInLimit } from './sign-in-limit.js';
import { CurrentDevice, type Device } from './visit.js';

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly entrance: Entrance,
    private readonly proofs: Proofs,
    private readonly limit: SignInLimit,
  ) {}

  @Post()
  @Public()
  @ApiOperation({ summary: '登录；启用第二步验证的，答 session.second-factor-needed 及限时凭据 ticket' })
  @ApiCreatedResponse({ type: SessionResponse })
  async open(@Body() request: OpenSessionRequest, @CurrentDevice() device: Device): Promise<SessionResponse> {
    const entered = await this.limit.within(device.address, () => this.entrance.byPassword(request, device));
    return SessionResponse.from(opened(entered));
  }

  @Post('second-factor')
  @Public()
  @ApiOperation({ summary: '登录的第二步：验证器上的六位数字，或一个恢复码' })
  @ApiCreatedResponse({ type: SessionResponse })
  async openByCode(@Body() request: SecondStepRequest, @CurrentDevice() device: Device): Promise<SessionResponse> {
    return SessionResponse.from(await this.limit.within(device.address, () => this.entrance.byCode(request, device)));
  }

  @Post('step-up')
  @Allow('self')
  @HttpCode(200)
  @ApiOperation({ summary: '再次证明是本人；其后几分钟内可办须重新证明的事' })
  @ApiOkResponse({ type: ProofResponse })
  async prove(@CurrentSignIn() caller: SignedIn, @Body() request: StepUpRequest): Promise<ProofResponse> {
    return { provenUntil: (await this.proofs.prove(caller, request)).toISOString() };
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
