import { Controller, Get, Header, Headers, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { ReconciliationQueries } from '#libs/ledger';
import { Allow, CurrentPrincipal, languageOf } from '#libs/platform';
import { FundBooks } from '../books/fund-books.service.js';
import { monthOf } from '../keeping/month-of.js';
import { BankQuery } from './matches.dto.js';
import { ReconciliationOfMonthResponse } from './reconciliation.dto.js';
import { reconciliationWorkbook } from './reconciliation-workbook.js';
import { BANK_ACCOUNT } from './statements.dto.js';

@ApiTags('fund')
@Controller('fund/reconciliations')
export class FundReconciliationsController {
  constructor(
    private readonly books: FundBooks,
    private readonly queries: ReconciliationQueries,
  ) {}

  /** 银行存款余额调节表: books and bank at the end of a month, and what one of them does not have yet. */
  @Get(':month')
  @Allow('fund.read')
  @ApiOkResponse({ type: ReconciliationOfMonthResponse })
  async month(
    @CurrentPrincipal() principal: Principal,
    @Param('month') month: string,
    @Query() { book: name, account = BANK_ACCOUNT }: BankQuery,
  ): Promise<ReconciliationOfMonthResponse> {
    const book = await this.books.toInspect(principal, name);
    return ReconciliationOfMonthResponse.from(await this.queries.month(book, account, monthOf(month)), book);
  }

  @Get(':month/table.xlsx')
  @Allow('fund.read')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('content-disposition', "attachment; filename*=UTF-8''reconciliation.xlsx")
  async workbook(
    @CurrentPrincipal() principal: Principal,
    @Param('month') month: string,
    @Query() query: BankQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    const reconciled = await this.month(principal, month, query);
    return new StreamableFile(await reconciliationWorkbook(reconciled, languageOf(language)));
  }
}
