import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, Clock, CurrentPrincipal, StepUp } from '#libs/platform';
import { AccountsService } from './accounts.service.js';
import {
  AccountReasonRequest,
  EndingRequest,
  GrantRequest,
  GrantResponse,
  InitialPasswordResponse,
  InvitationRequest,
  InvitationResponse,
  UserListQuery,
  UserPageResponse,
  UserResponse,
} from './people.dto.js';
import { GrantsService } from '../grants/grants.service.js';
import { UsersService } from './users.service.js';

@ApiTags('people')
@Controller()
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly accounts: AccountsService,
    private readonly grants: GrantsService,
    private readonly clock: Clock,
  ) {}

  @Get('users')
  @Allow('user.manage')
  @ApiOperation({ summary: '管辖范围内的人员及其授权' })
  @ApiOkResponse({ type: UserPageResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: UserListQuery): Promise<UserPageResponse> {
    const page = await this.users.list(principal, query);
    const today = this.clock.today();
    return { items: page.items.map((person) => UserResponse.from(person, today)), next: page.next };
  }

  @Post('users')
  @Allow('user.manage')
  @ApiOperation({ summary: '邀请人员；初始密码只显示一次' })
  @ApiCreatedResponse({ type: InvitationResponse })
  async invite(
    @CurrentPrincipal() principal: Principal,
    @Body() request: InvitationRequest,
  ): Promise<InvitationResponse> {
    const invited = await this.users.invite(principal, request);
    const user = UserResponse.from(invited, this.clock.today());
    return { user, grant: user.grants[0] as GrantResponse, initialPassword: invited.initialPassword };
  }

  @Post('users/:id/grants')
  @Allow('user.manage')
  @ApiOperation({ summary: '增加授权' })
  @ApiCreatedResponse({ type: GrantResponse })
  async give(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: GrantRequest,
  ): Promise<GrantResponse> {
    return GrantResponse.from(await this.grants.give(principal, id, request), this.clock.today());
  }

  @Post('grants/:id/ending')
  @Allow('user.manage')
  @ApiOperation({ summary: '终止授权，立即生效' })
  @ApiCreatedResponse({ type: GrantResponse })
  async end(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: EndingRequest,
  ): Promise<GrantResponse> {
    return GrantResponse.from(await this.grants.end(principal, id, request.reason), this.clock.today());
  }

  @Post('users/:id/password-reset')
  @Allow('user.manage')
  @StepUp()
  @ApiOperation({ summary: '重置密码；新密码只显示一次' })
  @ApiCreatedResponse({ type: InitialPasswordResponse })
  async resetPassword(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<InitialPasswordResponse> {
    return { initialPassword: await this.accounts.resetPassword(principal, id) };
  }

  @Post('users/:id/disabling')
  @Allow('user.manage')
  @HttpCode(204)
  @ApiOperation({ summary: '停用账号' })
  @ApiNoContentResponse()
  async disable(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AccountReasonRequest,
  ): Promise<void> {
    await this.accounts.disable(principal, id, request.reason ?? null);
  }

  @Post('users/:id/enabling')
  @Allow('user.manage')
  @HttpCode(204)
  @ApiOperation({ summary: '重新启用账号' })
  @ApiNoContentResponse()
  async enable(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AccountReasonRequest,
  ): Promise<void> {
    await this.accounts.enable(principal, id, request.reason ?? null);
  }
}
