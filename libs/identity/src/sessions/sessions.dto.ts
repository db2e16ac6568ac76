import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { City } from '#libs/platform';
import type { UserAccount } from '../people/user-account.entity.js';
import type { OpenSession } from './session-opener.js';

export class OpenSessionRequest {
  @ApiPropertyOptional({ description: 'area code of the city, padded or not; may be left out where there is only one' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  city?: string;

  @ApiProperty({ example: 'admin' })
  @IsString()
  @MaxLength(64)
  login: string;

  @ApiProperty({ format: 'password' })
  @IsString()
  @MaxLength(200)
  password: string;
}

export class RenewSessionRequest {
  @ApiProperty()
  @IsString()
  @MaxLength(200)
  refreshToken: string;
}

export class PersonResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '王芳' }) name: string;
  @ApiProperty({ example: 'wang.fang' }) login: string;

  static from({ id, name, login }: UserAccount): PersonResponse {
    return { id, name, login };
  }
}

export class CityResponse {
  @ApiProperty({ example: '1405' }) code: string;
  @ApiProperty({ example: '晋城市' }) name: string;
  @ApiProperty({ description: 'a city of fictitious data; every page says so' }) isDemo: boolean;

  static from({ code, name, isDemo }: City): CityResponse {
    return { code, name, isDemo };
  }
}

export class SessionResponse {
  @ApiProperty({ description: 'bearer token for every other route' }) accessToken: string;
  @ApiProperty({ description: 'exchanged once at /sessions/refresh for the next pair' }) refreshToken: string;
  @ApiProperty({ example: 900, description: 'seconds until the access token ends' }) expiresIn: number;
  @ApiProperty({ description: 'the password must be changed before anything else' }) mustChangePassword: boolean;
  @ApiProperty({ type: PersonResponse }) user: PersonResponse;
  @ApiProperty({ type: CityResponse }) city: CityResponse;

  static from({ accessToken, refreshToken, expiresIn, account, city }: OpenSession): SessionResponse {
    return {
      accessToken,
      refreshToken,
      expiresIn,
      mustChangePassword: account.mustChangePassword,
      user: PersonResponse.from(account),
      city: CityResponse.from(city),
    };
  }
}
