import { Controller, Get, Headers, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { StatementImportService, StatementQueries } from '#libs/ledger';
import { Allow, CurrentPrincipal, DEFAULT_LIMIT, languageOf } from '#libs/platform';
import type { FastifyRequest } from 'fastify';
import { FundBooks } from '../books/fund-books.service.js';
import { readStatementUpload } from './statement-upload.js';
import {
  BANK_ACCOUNT,
  BankStatementResponse,
  BankStatementsResponse,
  StatementReportResponse,
  StatementsQuery,
} from './statements.dto.js';

const FORM = {
  type: 'object',
  required: ['file', 'account'],
  properties: {
    file: { type: 'string', format: 'binary' },
    account: { type: 'string', example: '1002' },
    book: { type: 'string', description: 'name or id of the book; left out: the city’s Beautiful Home fund' },
  },
};

@ApiTags('fund')
@Controller('fund/statements')
export class FundStatementsController {
  constructor(
    private readonly books: FundBooks,
    private readonly imports: StatementImportService,
    private readonly statements: StatementQueries,
  ) {}

  /** 导入对账单: reads it whichever bank it is of, and tells what is wrong with it. The same file twice changes nothing. */
  @Post()
  @Allow('fund.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FORM })
  @ApiCreatedResponse({ type: StatementReportResponse })
  async import(
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
  ): Promise<StatementReportResponse> {
    const { book: name, ...file } = await readStatementUpload(request);
    const book = await this.books.toKeep(principal, name);
    const report = await this.imports.run(principal, book, file);
    return StatementReportResponse.from(report, languageOf(request.headers['accept-language']));
  }

  /** The statements of an account with what was told of them, the latest first. */
  @Get()
  @Allow('fund.read')
  @ApiOkResponse({ type: BankStatementsResponse })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: StatementsQuery,
    @Headers('accept-language') language?: string,
  ): Promise<BankStatementsResponse> {
    const { account = BANK_ACCOUNT, after, limit = DEFAULT_LIMIT } = query;
    const book = await this.books.toInspect(principal, query.book);
    const { items, next } = await this.statements.list(book, { account, after: after ?? null, limit });
    return { items: items.map((each) => BankStatementResponse.from(each, languageOf(language))), next };
  }
}
