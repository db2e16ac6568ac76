import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { PersonalData } from '../owners/personal-data.js';
import { BindingSlips } from './codes/binding-slips.service.js';
import {
  BindingCodeRequest,
  BindingEndRequest,
  DeskBindingRequest,
  UnitBindingsResponse,
} from './unit-bindings.dto.js';
import { UnitBindingsService } from './unit-bindings.service.js';

@ApiTags('roster')
@Controller('compounds/:id/units/:unitId')
export class UnitBindingsController {
  constructor(
    private readonly bindings: UnitBindingsService,
    private readonly slips: BindingSlips,
    private readonly data: PersonalData,
  ) {}

  @Get('bindings')
  @Allow('roster.read')
  @ApiOperation({ summary: '谁绑定了这套房屋，含已解除的，最新在前' })
  @ApiOkResponse({ type: UnitBindingsResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
  ): Promise<UnitBindingsResponse> {
    return UnitBindingsResponse.from(await this.bindings.list(principal, { compoundId, unitId }), this.data);
  }

  @Post('bindings')
  @Allow('binding.write')
  @ApiOperation({ summary: '当面核对证件后为业主绑定手机号；名册上的业主会收到短信' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async bind(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Body() request: DeskBindingRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.bindings.bindAtDesk(principal, { compoundId, unitId }, request) };
  }

  @Post('bindings/:bindingId/ending')
  @Allow('binding.write')
  @HttpCode(204)
  @ApiOperation({ summary: '说明理由后解除绑定；记录留存' })
  @ApiNoContentResponse()
  async end(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Param('bindingId', ParseUUIDPipe) id: string,
    @Body() { reason }: BindingEndRequest,
  ): Promise<void> {
    await this.bindings.end(principal, { compoundId, unitId }, { id, reason });
  }

  @Post('binding-codes')
  @Allow('binding.write')
  @ApiOperation({ summary: '打印一次性绑定码交给业主；此前打印的随即作废' })
  @ApiProduces('application/pdf')
  @ApiCreatedResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Param('unitId', ParseUUIDPipe) unitId: string,
    @Body() { ownerId }: BindingCodeRequest,
    @Req() request: { readonly protocol: string; readonly host: string },
  ): Promise<StreamableFile> {
    const origin = `${request.protocol}://${request.host}`;
    const bytes = await this.slips.print(principal, { compoundId, unitId }, { ownerId, origin });
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: 'attachment; filename="binding.pdf"' });
  }
}
