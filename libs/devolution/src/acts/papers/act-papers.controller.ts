import { Controller, Get, Param, ParseUUIDPipe, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal } from '#libs/platform';
import { ReceiptResponse } from '#libs/transparency';
import { ActLeaves } from '../issuing/act-leaves.js';
import { ActPapersService } from './act-papers.service.js';

@ApiTags('acts')
@Controller('acts')
export class ActPapersController {
  constructor(
    private readonly papers: ActPapersService,
    private readonly leaves: ActLeaves,
  ) {}

  /** What whoever has the case can hold against the city's public log. */
  @Get(':id/receipt')
  @Allow('act.read')
  @ApiOkResponse({ type: ReceiptResponse })
  async receipt(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReceiptResponse> {
    return ReceiptResponse.from(await this.leaves.receipt(principal, id));
  }

  @Get(':id/document.pdf')
  @Allow('act.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async print(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: { readonly protocol: string; readonly host: string },
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.papers.print(principal, id, `${request.protocol}://${request.host}`);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="${name}"` });
  }
}
