import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import type { Bundle } from '#libs/tally';
import { BoardResponse, BundleResponse } from '../counting/counting.dto.js';
import { PublicFilesService } from './public-files.service.js';
import { PublicBundleQuery, PublicVotesQuery } from './public-requests.dto.js';
import { PublicVoteResponse, PublicVotesResponse } from './public-votes.dto.js';
import { PublicVoteQueries } from './public-votes.queries.js';

/** 业主表决公示: what anybody sees of a vote without signing in, each thing from its own day on. */
@ApiTags('public')
@Controller('public/:city/assemblies')
export class PublicVotesController {
  constructor(
    private readonly votes: PublicVoteQueries,
    private readonly files: PublicFilesService,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '已通知的表决，最新在前' })
  @ApiOkResponse({ type: PublicVotesResponse })
  async list(@Param('city') city: string, @Query() query: PublicVotesQuery): Promise<PublicVotesResponse> {
    const { compound = null, q = null, after = null, limit = null } = query;
    const page = await this.votes.list(city, { compound, name: q, after, limit });
    return { items: [...page.items], next: page.next };
  }

  @Get(':id')
  @Public()
  @ApiOperation({ summary: '一次表决：经过、议题、规则，公布后的结果' })
  @ApiOkResponse({ type: PublicVoteResponse })
  async one(@Param('city') city: string, @Param('id', ParseUUIDPipe) id: string): Promise<PublicVoteResponse> {
    return this.votes.one(city, id);
  }

  @Get(':id/bundles/:motion')
  @Public()
  @ApiOperation({ summary: '一项议题的复核包，公布后才有' })
  @ApiOkResponse({ type: BundleResponse })
  async bundle(
    @Param('city') city: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('motion', ParseUUIDPipe) motion: string,
    @Query() { candidate }: PublicBundleQuery,
  ): Promise<Bundle> {
    return this.files.bundle(city, id, candidate === undefined ? motion : `${motion}/${candidate}`);
  }

  @Get(':id/board')
  @Public()
  @ApiOperation({ summary: '封存公示板，公布后才有' })
  @ApiOkResponse({ type: BoardResponse })
  async board(@Param('city') city: string, @Param('id', ParseUUIDPipe) id: string): Promise<BoardResponse> {
    const { leaves, ...board } = await this.files.board(city, id);
    return { ...board, leaves: [...leaves] };
  }
}
