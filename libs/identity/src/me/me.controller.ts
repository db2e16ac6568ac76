import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, Clock, CurrentPrincipal, CurrentSignIn, StepUp, type SignedIn } from '#libs/platform';
import { PERMISSIONS_OF_ROLE } from '#libs/registry';
import type { Caller } from '../access/callers.js';
import { GrantResponse } from '../people/people.dto.js';
import { CityResponse, PersonResponse, SessionResponse } from '../sessions/sessions.dto.js';
import { Credentials } from './credentials.service.js';
import { ChangePasswordRequest, ChangePhoneRequest, MeResponse, SecurityResponse } from './me.dto.js';
import { MeService } from './me.service.js';
import { SecurityService } from './security.service.js';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly service: MeService,
    private readonly security: SecurityService,
    private readonly credentials: Credentials,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('self')
  @ApiOperation({ summary: '本人、所在城市与现行授权' })
  @ApiOkResponse({ type: MeResponse })
  async read(@CurrentSignIn() { principal, mustEnrolSecondFactor }: Caller): Promise<MeResponse> {
    const { account, city, grants } = await this.service.read(principal);
    const permissions = principal.grants.flatMap(({ role }) => PERMISSIONS_OF_ROLE[role]);
    return {
      user: PersonResponse.from(account),
      city: CityResponse.from(city),
      mustChangePassword: account.mustChangePassword,
      mustEnrolSecondFactor,
      grants: grants.map((grant) => GrantResponse.from(grant, this.clock.today())),
      permissions: [...new Set(permissions)].sort(),
    };
  }

  @Get('security')
  @Allow('self')
  @ApiOperation({ summary: '本人账号的安全设置' })
  @ApiOkResponse({ type: SecurityResponse })
  async readSecurity(@CurrentPrincipal() principal: Principal): Promise<SecurityResponse> {
    return SecurityResponse.from(await this.security.read(principal));
  }

  @Put('password')
  @Allow('self')
  @ApiOperation({ summary: '修改本人密码；此前的一切登录（含本次）作废，答复新的登录' })
  @ApiOkResponse({ type: SessionResponse })
  async changePassword(
    @CurrentSignIn() caller: SignedIn,
    @Body() request: ChangePasswordRequest,
  ): Promise<SessionResponse> {
    return SessionResponse.from(await this.credentials.changePassword(caller, request));
  }

  @Put('phone')
  @Allow('self')
  @StepUp()
  @ApiOperation({ summary: '修改本人电话；此前的一切登录（含本次）作废，答复新的登录' })
  @ApiOkResponse({ type: SessionResponse })
  async changePhone(@CurrentSignIn() caller: SignedIn, @Body() request: ChangePhoneRequest): Promise<SessionResponse> {
    return SessionResponse.from(await this.credentials.changePhone(caller, request.phone));
  }
}
