import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import { LogReader } from './log-reader.js';
import {
  ConsistencyProofResponse,
  ConsistencyQuery,
  HeadPath,
  HeadsQuery,
  InclusionProofResponse,
  InclusionQuery,
  LogHeadResponse,
  LogHeadsResponse,
  LogKeysResponse,
} from './public-log.dto.js';

/** 透明日志: anybody checks, without signing in, that nothing was altered, removed or shown to one and not to another. */
@ApiTags('public')
@Controller('public/:city/log')
export class PublicLogController {
  constructor(private readonly log: LogReader) {}

  @Get('heads')
  @Public()
  @ApiOperation({ summary: '签名树头，最新在前' })
  @ApiOkResponse({ type: LogHeadsResponse })
  async heads(@Param('city') city: string, @Query() query: HeadsQuery): Promise<LogHeadsResponse> {
    const { items, next } = await this.log.heads(city, query);
    return { items: items.map((each) => LogHeadResponse.from(each)), next };
  }

  @Get('heads/latest')
  @Public()
  @ApiOperation({ summary: '最新的签名树头' })
  @ApiOkResponse({ type: LogHeadResponse })
  async latest(@Param('city') city: string): Promise<LogHeadResponse> {
    return LogHeadResponse.from(await this.log.latest(city));
  }

  @Get('heads/:size')
  @Public()
  @ApiOperation({ summary: '某一大小的签名树头' })
  @ApiOkResponse({ type: LogHeadResponse })
  async head(@Param() { city, size }: HeadPath): Promise<LogHeadResponse> {
    return LogHeadResponse.from(await this.log.head(city, size));
  }

  @Get('proofs/inclusion')
  @Public()
  @ApiOperation({ summary: '某一叶在日志中的证明' })
  @ApiOkResponse({ type: InclusionProofResponse })
  async inclusion(@Param('city') city: string, @Query() query: InclusionQuery): Promise<InclusionProofResponse> {
    return InclusionProofResponse.from(await this.log.inclusion(city, { leaf: query.leaf, size: query.size }));
  }

  @Get('proofs/consistency')
  @Public()
  @ApiOperation({ summary: '新日志只是在旧日志之后续写的证明' })
  @ApiOkResponse({ type: ConsistencyProofResponse })
  async consistency(@Param('city') city: string, @Query() query: ConsistencyQuery): Promise<ConsistencyProofResponse> {
    return ConsistencyProofResponse.from(await this.log.consistency(city, { from: query.from, to: query.to }));
  }

  @Get('key')
  @Public()
  @ApiOperation({ summary: '验证树头签名的公钥' })
  @ApiOkResponse({ type: LogKeysResponse })
  async key(@Param('city') city: string): Promise<LogKeysResponse> {
    return LogKeysResponse.from(await this.log.keys(city));
  }
}
