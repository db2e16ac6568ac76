import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Principal } from '#libs/kernel';
import { MatchesQueries, MatchesService, NEAR_DAYS, RowEntriesService } from '#libs/ledger';
import { Allow, CurrentPrincipal, DEFAULT_LIMIT } from '#libs/platform';
import { FundBooks } from '../books/fund-books.service.js';
import { PostedEntryResponse } from '../entries/entries.dto.js';
import { requirePlain } from '../entries/plain-entries.js';
import {
  MatchingQuery,
  MatchingResponse,
  MatchMadeResponse,
  MatchRequest,
  RowEntryRequest,
  UndoMatchRequest,
} from './matches.dto.js';
import { MatchesResponse, MatchResponse, OpenEntryResponse, OpenRowResponse, OpenSums } from './open-items.dto.js';
import { BANK_ACCOUNT, StatementsQuery } from './statements.dto.js';

/** 对账: what the bank says beside what the books say. Nothing is posted until somebody does it. */
@ApiTags('fund')
@Controller('fund')
export class FundMatchesController {
  constructor(
    private readonly books: FundBooks,
    private readonly matches: MatchesService,
    private readonly queries: MatchesQueries,
    private readonly rowEntries: RowEntriesService,
  ) {}

  /** 待核对清单: lines of the bank without entry, entries without line, and which may belong together, with reasons. */
  @Get('matching')
  @Allow('fund.read')
  @ApiOkResponse({ type: MatchingResponse })
  async queue(@CurrentPrincipal() principal: Principal, @Query() query: MatchingQuery): Promise<MatchingResponse> {
    const book = await this.books.toInspect(principal, query.book);
    const { account: code = BANK_ACCOUNT, within = NEAR_DAYS } = query;
    const { account, known, rows, entries, earlier, proposals } = await this.queries.queue(book, {
      account: code,
      within,
    });
    return {
      ...{ account, known },
      ...{ rows: rows.items.map((row) => OpenRowResponse.from(row, book)), rowsInAll: OpenSums.from(rows, book) },
      entries: entries.items.map((entry) => OpenEntryResponse.from(entry, book)),
      entriesInAll: OpenSums.from(entries, book),
      earlier: earlier.map((entry) => OpenEntryResponse.from(entry, book)),
      proposals: proposals.map((each) => {
        return { ...each, rows: [...each.rows], entries: [...each.entries], reasons: [...each.reasons] };
      }),
    };
  }

  /** Matches of an account, the latest first, those that were undone among them. */
  @Get('matches')
  @Allow('fund.read')
  @ApiOkResponse({ type: MatchesResponse })
  async list(@CurrentPrincipal() principal: Principal, @Query() query: StatementsQuery): Promise<MatchesResponse> {
    const { account = BANK_ACCOUNT, after, limit = DEFAULT_LIMIT } = query;
    const book = await this.books.toInspect(principal, query.book);
    const { items, next } = await this.queries.list(book, { account, after: after ?? null, limit });
    return { items: items.map((match) => MatchResponse.from(match, book)), next };
  }

  /** Says that these lines of the bank are these entries; their sums must be equal. */
  @Post('matches')
  @Allow('fund.write')
  @ApiCreatedResponse({ type: MatchMadeResponse })
  async match(@CurrentPrincipal() principal: Principal, @Body() request: MatchRequest): Promise<MatchMadeResponse> {
    const book = await this.books.toKeep(principal, request.book);
    const { account = BANK_ACCOUNT, rows, entries, note = null } = request;
    return { id: await this.matches.match(principal, book, { account, rows, entries, note }) };
  }

  /** 撤销对账: the match was wrong; it stays to be seen. */
  @Post('matches/:id/undoing')
  @HttpCode(204)
  @Allow('fund.write')
  @ApiNoContentResponse()
  async undo(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: UndoMatchRequest,
  ): Promise<void> {
    const bookId = await this.matches.bookOf(principal, id);
    const book = await this.books.toKeepOf(principal, bookId, 'statement.match-unknown');
    await this.matches.undo(principal, book, id, reason);
  }

  /** 一键入账: posts an entry for a line of the bank and matches both. Sent again, it answers the same entry. */
  @Post('statement-rows/:id/entry')
  @Allow('fund.write')
  @ApiCreatedResponse({ type: PostedEntryResponse })
  async enter(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) rowId: string,
    @Body() request: RowEntryRequest,
  ): Promise<PostedEntryResponse> {
    const bookId = await this.rowEntries.bookOf(principal, rowId);
    const book = await this.books.toKeepOf(principal, bookId, 'statement.row-unknown');
    const {
      counter,
      bank = null,
      date: day = null,
      memo = null,
      basisKind = null,
      basis = null,
      hold = null,
    } = request;
    const told = { rowId, bank, counter, day, memo, basisKind, basis, holdId: hold };
    const mayPost = requirePlain.bind(null, book);
    return PostedEntryResponse.from(await this.rowEntries.enter(principal, book, { ...told, mayPost }), book);
  }
}
