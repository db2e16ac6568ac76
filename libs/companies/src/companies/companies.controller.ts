import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { CompanyFileResponse, CompanyListQuery, CompanyListResponse, CompanyResponse } from './companies.dto.js';
import { CompanyQueries } from './companies.queries.js';

@ApiTags('companies')
@Controller('companies')
export class CompaniesController {
  constructor(private readonly queries: CompanyQueries) {}

  @Get()
  @Allow('company.read')
  @ApiOkResponse({ type: CompanyListResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: CompanyListQuery): Promise<CompanyListResponse> {
    const { items, next } = await this.queries.list(principal, query);
    return { items: items.map((row) => CompanyResponse.from(row)), next };
  }

  @Get(':id')
  @Allow('company.read')
  @ApiOkResponse({ type: CompanyFileResponse })
  async file(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CompanyFileResponse> {
    return CompanyFileResponse.from(await this.queries.file(principal, id));
  }
}
