import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MessageChannels, Public } from '#libs/platform';
import { CitiesService } from '#libs/registry';
import { CityResponse, PublicCityResponse } from './sessions.dto.js';

/** The cities among which the sign-in page lets people choose. */
@ApiTags('public')
@Controller('public/cities')
export class PublicCitiesController {
  constructor(
    private readonly cities: CitiesService,
    private readonly channels: MessageChannels,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: '本系统中的城市' })
  @ApiOkResponse({ type: [PublicCityResponse] })
  async list(): Promise<PublicCityResponse[]> {
    return (await this.cities.list()).map((city) => {
      return { ...CityResponse.from(city), sendsCodes: this.channels.of(city) !== null };
    });
  }
}
