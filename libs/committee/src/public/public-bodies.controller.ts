import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import { PublicBodiesResponse } from './public-bodies.dto.js';
import { PublicBodies } from './public-bodies.js';

@ApiTags('public')
@Controller('public/:city/compounds/:id/committees')
export class PublicBodiesController {
  constructor(private readonly bodies: PublicBodies) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '一个小区的业委会（物管会）：成员、职务和任期，人人可看' })
  @ApiOkResponse({ type: PublicBodiesResponse })
  async of(@Param('city') city: string, @Param('id', ParseUUIDPipe) id: string): Promise<PublicBodiesResponse> {
    return this.bodies.of(city, id);
  }
}
