import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { AssemblyCompound } from '../assemblies/assembly-answers.dto.js';
import { OverdueResultQueries } from './overdue-results.queries.js';

export class OverdueResultResponse {
  @ApiProperty({ format: 'uuid', description: 'the assembly' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty() compound: AssemblyCompound;
  @ApiProperty({ format: 'date' }) closedOn: string;
  @ApiProperty({ format: 'date', description: 'last day to publish in time' }) dueOn: string;
}

export class OverdueResultsResponse {
  @ApiProperty({ type: [OverdueResultResponse] }) items: OverdueResultResponse[];
}

@ApiTags('assemblies')
@Controller('overdue-results')
export class OverdueResultsController {
  constructor(private readonly results: OverdueResultQueries) {}

  @Get()
  @Allow('assembly.read')
  @ApiOperation({ summary: '逾期未公布结果的表决，逾期最久的在前' })
  @ApiOkResponse({ type: OverdueResultsResponse })
  async list(@CurrentPrincipal() principal: Principal): Promise<OverdueResultsResponse> {
    return { items: [...(await this.results.list(principal))] };
  }
}
