import { Body, Controller, Headers, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordedResponse } from '#libs/companies';
import type { Principal } from '#libs/kernel';
import { Allow, CurrentPrincipal, invalidFields, languageOf } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { readFileForm } from '../../bank/statement-upload.js';
import { requireKey } from '../../entries/idempotency-key.js';
import { MaintenanceBooks } from '../maintenance-books.js';
import { DepositListsService } from './deposit-lists.service.js';
import { DepositListResponse, MaintenanceDepositRequest } from './deposits.dto.js';
import { DepositsService } from './deposits.service.js';
import { DEPOSIT_KINDS, type DepositKind } from './maintenance-deposit.entity.js';

const FILE = { zh: '请选择交存清单', en: 'must be the list of deposits' };
const KIND = { zh: '请选择首期交存或续交', en: 'must be first or top-up' };
const FORM = {
  type: 'object',
  required: ['file', 'kind'],
  properties: {
    file: { type: 'string', format: 'binary' },
    kind: { type: 'string', enum: [...DEPOSIT_KINDS] },
    date: { type: 'string', format: 'date', description: 'of rows without a day of their own; left out: today' },
  },
};

/** 维修资金交存. */
@ApiTags('maintenance-fund')
@Controller('compounds/:id/maintenance-fund')
export class MaintenanceDepositsController {
  constructor(
    private readonly books: MaintenanceBooks,
    private readonly deposits: DepositsService,
    private readonly lists: DepositListsService,
  ) {}

  @Post('deposits')
  @Allow('fund.write')
  @ApiOperation({ summary: '登记一户的首期交存或续交' })
  @ApiHeader({ name: 'idempotency-key', required: true, description: '8 to 100 visible ASCII signs, one per deposit' })
  @ApiCreatedResponse({ type: RecordedResponse })
  async record(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Body() request: MaintenanceDepositRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<RecordedResponse> {
    const deposit = { ...MaintenanceDepositRequest.toNew(request), key: requireKey(key) };
    const book = await this.books.toKeep(principal, compoundId);
    return { id: await this.deposits.record(principal, book, deposit) };
  }

  @Post('deposit-lists')
  @Allow('fund.write')
  @ApiOperation({ summary: '按清单登记交存：整表登记，任何一行有误就都不登记；同一文件再传一次不会重复' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: DepositListResponse })
  async recordList(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) compoundId: string,
    @Req() request: FastifyRequest,
  ): Promise<DepositListResponse> {
    const { file, fields } = await readFileForm(request, FILE);
    const kind = DEPOSIT_KINDS.find((each) => each === fields.get('kind'));
    if (kind === undefined) throw invalidFields([{ field: 'kind', ...KIND }]);
    const book = await this.books.toKeep(principal, compoundId);
    const sent: { kind: DepositKind; onDay: string } = { kind, onDay: fields.get('date') ?? '' };
    const report = await this.lists.record(principal, book, { ...file, ...sent });
    return DepositListResponse.from(report, languageOf(request.headers['accept-language']));
  }
}
