import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import { DomainError, type Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { PersonalData } from '../../owners/personal-data.js';
import { HomeRequest, HomesResponse } from './homes.dto.js';
import { HomesService } from './homes.service.js';

@ApiTags('owners')
@Controller('me/homes')
export class HomesController {
  constructor(
    private readonly homes: HomesService,
    private readonly data: PersonalData,
  ) {}

  @Get()
  @Allow('home.read')
  @ApiOperation({ summary: '我的房屋：已绑定的，和名册里登记了我的手机号、可以绑定的' })
  @ApiOkResponse({ type: HomesResponse })
  async read(@CurrentPrincipal() principal: Principal): Promise<HomesResponse> {
    return HomesResponse.from(await this.homes.read(principal), { cityId: principal.cityId, data: this.data });
  }

  @Post()
  @Allow('home.bind')
  @ApiOperation({ summary: '绑定房屋：凭纸上的绑定码，或名册里登记的手机号；名册上的业主会收到短信' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async bind(@CurrentPrincipal() principal: Principal, @Body() request: HomeRequest): Promise<RecordedResponse> {
    const { code, unitId } = request;
    if (code !== undefined && unitId === undefined) return { id: await this.homes.bindByCode(principal, code) };
    if (unitId !== undefined && code === undefined) return { id: await this.homes.bindOffered(principal, unitId) };
    throw new DomainError('binding.one-way');
  }

  @Post(':id/ending')
  @Allow('home.bind')
  @HttpCode(204)
  @ApiOperation({ summary: '解除本人的绑定；记录留存' })
  @ApiNoContentResponse()
  async end(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.homes.end(principal, id);
  }
}
