import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, MaxLength, ValidateIf } from 'class-validator';
import { said, type City } from '#libs/platform';
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

const CODE = said('应为验证器上的六位数字，或一个恢复码', 'must be the six digits of the app, or a recovery code');
const TICKET = said('应为登录第一步得到的 ticket', 'must be the ticket of the first step');

export class SecondStepRequest {
  @ApiProperty({ description: 'what `session.second-factor-needed` brought in its params' })
  @IsString(TICKET)
  @MaxLength(1000, TICKET)
  ticket: string;

  @ApiProperty({ example: '287082', description: 'six digits of the app, or a recovery code' })
  @IsString(CODE)
  @Length(6, 40, CODE)
  code: string;
}

export class StepUpRequest {
  @ApiPropertyOptional({ format: 'password', description: 'needed when there is no code' })
  @ValidateIf((request: StepUpRequest) => request.code === undefined)
  @IsString()
  @MaxLength(200)
  password?: string;

  @ApiPropertyOptional({ example: '287082', description: 'six digits of the app, or a recovery code' })
  @IsOptional()
  @IsString(CODE)
  @Length(6, 40, CODE)
  code?: string;
}

export class ProofResponse {
  @ApiProperty({ format: 'date-time' }) provenUntil: string;
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

export class PublicCityResponse extends CityResponse {
  @ApiProperty({ description: 'whether codes come to phones; where none do, the desk hands them out' })
  sendsCodes: boolean;
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
