import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, IdPageQuery } from '#libs/platform';
import { DataAccessPageResponse, DataAccessResponse } from './data-accesses.dto.js';
import { DataAccesses } from './data-accesses.service.js';

@ApiTags('me')
@Controller('me/data-accesses')
export class DataAccessesController {
  constructor(private readonly accesses: DataAccesses) {}

  @Get()
  @Allow('self')
  @ApiOperation({ summary: '谁查看或改动过我的账号信息，最新在前' })
  @ApiOkResponse({ type: DataAccessPageResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: IdPageQuery): Promise<DataAccessPageResponse> {
    const page = await this.accesses.ofOwn(principal, query);
    return { items: page.items.map((each) => DataAccessResponse.from(each)), next: page.next };
  }
}
