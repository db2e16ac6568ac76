import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '#libs/platform';
import { CitiesService } from '#libs/registry';
import { CityResponse } from './sessions.dto.js';

/** The cities among which the sign-in page lets people choose. */
@ApiTags('public')
@Controller('public/cities')
export class PublicCitiesController {
  constructor(private readonly cities: CitiesService) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '本系统中的城市' })
  @ApiOkResponse({ type: [CityResponse] })
  async list(): Promise<CityResponse[]> {
    return (await this.cities.list()).map((city) => CityResponse.from(city));
  }
}
