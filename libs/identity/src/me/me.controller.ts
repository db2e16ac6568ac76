import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, Clock, CurrentPrincipal, CurrentSignIn, type SignedIn } from '#libs/platform';
import { PERMISSIONS_OF_ROLE } from '#libs/registry';
import { GrantResponse } from '../people/people.dto.js';
import { CityResponse, PersonResponse } from '../sessions/sessions.dto.js';
import { ChangePasswordRequest, MeResponse } from './me.dto.js';
import { MeService } from './me.service.js';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly service: MeService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('self')
  @ApiOperation({ summary: '本人、所在城市与现行授权' })
  @ApiOkResponse({ type: MeResponse })
  async read(@CurrentPrincipal() principal: Principal): Promise<MeResponse> {
    const { account, city, grants } = await this.service.read(principal);
    const permissions = principal.grants.flatMap(({ role }) => PERMISSIONS_OF_ROLE[role]);
    return {
      user: PersonResponse.from(account),
      city: CityResponse.from(city),
      mustChangePassword: account.mustChangePassword,
      grants: grants.map((grant) => GrantResponse.from(grant, this.clock.today())),
      permissions: [...new Set(permissions)].sort(),
    };
  }

  @Put('password')
  @Allow('self')
  @HttpCode(204)
  @ApiOperation({ summary: '修改本人密码，并结束其他设备上的登录' })
  @ApiNoContentResponse()
  async changePassword(@CurrentSignIn() caller: SignedIn, @Body() request: ChangePasswordRequest): Promise<void> {
    await this.service.changePassword(caller, request);
  }
}
