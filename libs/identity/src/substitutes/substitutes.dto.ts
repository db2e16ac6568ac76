import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { Day } from '#libs/kernel';
import { IsDay, said } from '#libs/platform';
import { AbsentResponse, GrantResponse } from '../people/people.dto.js';
import type { StandInView } from './substitutes.service.js';

const LOGIN = said('应为同事的登录名', 'must be the login of a colleague');

export class SubstituteRequest {
  @ApiProperty({ format: 'uuid', description: 'one of the own grants' })
  @IsUUID()
  grantId: string;

  @ApiProperty({ example: 'wang.fang', description: 'of the colleague who stands in' })
  @IsString(LOGIN)
  @MaxLength(64, LOGIN)
  login: string;

  @ApiPropertyOptional({ format: 'date', description: 'first day; today when left out' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiProperty({ format: 'date', description: 'last day' })
  @IsDay()
  to: string;

  @ApiProperty({ example: '年休假' })
  @IsString()
  @Length(1, 200)
  reason: string;
}

export class SubstituteResponse extends GrantResponse {
  @ApiProperty({ description: 'the caller is the one on leave' }) isGiven: boolean;
  @ApiProperty({ type: AbsentResponse, description: 'the other of the two' }) other: AbsentResponse;

  static ofView(view: StandInView, today: Day): SubstituteResponse {
    return { ...GrantResponse.from(view, today), isGiven: view.isGiven, other: view.other };
  }
}

export class SubstitutesResponse {
  @ApiProperty({ type: [SubstituteResponse] }) items: SubstituteResponse[];
}
