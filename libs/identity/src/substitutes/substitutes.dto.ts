import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import type { Day } from '#libs/kernel';
import { IsDay } from '#libs/platform';
import { AbsentResponse, GrantResponse } from '../people/people.dto.js';
import type { StandInView } from './substitutes.service.js';

const LOGIN = { message: '应为同事的登录名' };

export class SubstituteRequest {
  @ApiProperty({ format: 'uuid', description: 'one of the own grants' })
  @IsUUID(undefined, { message: '应为本人一项授权的编号' })
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
  @IsString({ message: '请写明原因' })
  @Length(1, 200, { message: '请写明原因（不超过 200 个字符）' })
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
