import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentSignIn, type SignedIn } from '#libs/platform';
import { OwnSessionsResponse, OwnSessionResponse } from './own-sessions.dto.js';
import { OwnSessions } from './own-sessions.service.js';

@ApiTags('me')
@Controller('me/sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  @Get()
  @Allow('self')
  @ApiOperation({ summary: '本人在各设备上的登录' })
  @ApiOkResponse({ type: OwnSessionsResponse })
  async list(@CurrentSignIn() caller: SignedIn): Promise<OwnSessionsResponse> {
    const sessions = await this.sessions.list(caller);
    return { items: sessions.map((session) => OwnSessionResponse.from(session, caller.sessionId)) };
  }

  @Delete(':id')
  @Allow('self')
  @HttpCode(204)
  @ApiOperation({ summary: '结束本人的一个登录' })
  @ApiNoContentResponse()
  async end(@CurrentSignIn() caller: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.sessions.end(caller, id);
  }

  @Delete()
  @Allow('self')
  @HttpCode(204)
  @ApiOperation({ summary: '结束本人的其他全部登录' })
  @ApiNoContentResponse()
  async endOthers(@CurrentSignIn() caller: SignedIn): Promise<void> {
    await this.sessions.endOthers(caller);
  }
}
