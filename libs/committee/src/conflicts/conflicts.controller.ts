import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { ConflictEndRequest, ConflictRequest, ConflictsResponse } from './conflicts.dto.js';
import { Conflicts } from './conflicts.js';

@ApiTags('committees')
@Controller('committees/:id/conflicts')
export class ConflictsController {
  constructor(private readonly conflicts: Conflicts) {}

  @Get()
  @Allow('committee.read')
  @ApiOkResponse({ type: ConflictsResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ConflictsResponse> {
    return { items: [...(await this.conflicts.list(principal, id))] };
  }

  @Post()
  @Allow('committee.work')
  @ApiOperation({ summary: '申报本人的利益关联；涉及的事项本人不表决' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async declare(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { subject, relation, itemId }: ConflictRequest,
  ): Promise<RecordedResponse> {
    return { id: await this.conflicts.declare(principal, id, { subject, relation, itemId: itemId ?? null }) };
  }

  @Post(':conflictId/ending')
  @Allow('committee.work')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('conflictId', ParseUUIDPipe) conflictId: string,
    @Body() { reason }: ConflictEndRequest,
  ): Promise<void> {
    await this.conflicts.end(principal, id, { conflictId, reason });
  }
}
