import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { BasisRequest } from '../assemblies/assemblies.dto.js';
import { ProxiesResponse, ProxyRequest } from './proxies.dto.js';
import { ProxiesService } from './proxies.service.js';

@ApiTags('assemblies')
@Controller('assemblies/:id/proxies')
export class ProxiesController {
  constructor(private readonly proxies: ProxiesService) {}

  @Get()
  @Allow('assembly.read')
  @ApiOkResponse({ type: ProxiesResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ProxiesResponse> {
    const proxies = await this.proxies.list(principal, id);
    return {
      items: proxies.map(({ id: proxyId, party, label, holderName, from, to, isRevoked }) => ({
        ...{ id: proxyId, party, label, holderName, from, to, isRevoked },
      })),
    };
  }

  @Post()
  @Allow('assembly.write')
  @ApiCreatedResponse({ type: RecordedResponse })
  async register(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ProxyRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.proxies.register(principal, id, ProxyRequest.toNew(request)) };
  }

  @Post(':proxyId/revocation')
  @Allow('assembly.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('proxyId', ParseUUIDPipe) proxyId: string,
    @Body() { reason }: BasisRequest,
  ): Promise<void> {
    await this.proxies.revoke(principal, id, { proxyId, reason });
  }
}
