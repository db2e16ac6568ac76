import { Controller, Get, Header, Headers, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, languageOf } from '#libs/platform';
import { homesWorkbook } from './homes-workbook.js';
import { MaintenanceDayQuery } from './maintenance-homes.dto.js';
import { MaintenanceHomes } from './maintenance-homes.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('maintenance-fund')
@Controller('compounds/:id/maintenance-fund')
export class MaintenanceTableController {
  constructor(private readonly homes: MaintenanceHomes) {}

  @Get('table.xlsx')
  @Allow('fund.read')
  @ApiOperation({ summary: '分户余额表' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Header('content-type', XLSX)
  @Header('content-disposition', "attachment; filename*=UTF-8''maintenance-fund.xlsx")
  async table(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Query() { at }: MaintenanceDayQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    const homes = await this.homes.list(principal, compoundId, at ?? null);
    return new StreamableFile(await homesWorkbook(homes, languageOf(language)));
  }
}
