import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import { FoundCompoundsResponse, PublicCompoundsQuery } from './compounds.dto.js';
import { PublicCompoundQueries } from './public-compounds.queries.js';

/** 查小区: the door to what is public about one compound. */
@ApiTags('public')
@Controller('public/:city/compounds')
export class PublicCompoundsController {
  constructor(private readonly compounds: PublicCompoundQueries) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '按名称、地址或拼音查找小区，最多二十个' })
  @ApiOkResponse({ type: FoundCompoundsResponse })
  async find(@Param('city') city: string, @Query() { q }: PublicCompoundsQuery): Promise<FoundCompoundsResponse> {
    const { items, isMore } = await this.compounds.find(city, q);
    return { items: [...items], isMore };
  }
}
