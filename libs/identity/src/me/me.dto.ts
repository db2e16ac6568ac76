import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, ValidateIf } from 'class-validator';
import { said } from '#libs/platform';
import { GrantResponse } from '../people/people.dto.js';
import { CityResponse, PersonResponse } from '../sessions/sessions.dto.js';
import type { Security } from './security.service.js';

export class MeResponse {
  @ApiProperty({ type: PersonResponse }) user: PersonResponse;
  @ApiProperty({ type: CityResponse }) city: CityResponse;
  @ApiProperty({ description: 'the password must be changed before anything else' }) mustChangePassword: boolean;
  @ApiProperty({ description: 'the city asks for a second factor before anything else' })
  mustEnrolSecondFactor: boolean;
  @ApiProperty({ type: [GrantResponse], description: 'in force today' }) grants: GrantResponse[];
  @ApiProperty({ type: [String], description: 'what the grants allow, anywhere' }) permissions: string[];
}

export class ChangePasswordRequest {
  @ApiProperty({ format: 'password' })
  @IsString()
  @MaxLength(200)
  current: string;

  @ApiProperty({ format: 'password', description: 'at least 10 characters, not the login, not a common one' })
  @IsString()
  @MaxLength(200)
  next: string;
}

const PHONE = said('应为手机或固定电话号码', 'must be a mobile or landline number');

export class ChangePhoneRequest {
  @ApiProperty({ type: String, nullable: true, example: '13800138000', description: 'null takes it away' })
  @ValidateIf((request: ChangePhoneRequest) => request.phone !== null)
  @IsString(PHONE)
  @MaxLength(30, PHONE)
  phone: string | null;
}

export class SecurityResponse {
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: no second factor' })
  secondFactorSince: string | null;
  @ApiProperty({ description: 'recovery codes that were not used yet' }) recoveryCodesLeft: number;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'from this day on the city asks a second factor of one of the own roles',
  })
  secondFactorDemandedFrom: string | null;
  @ApiProperty({ description: 'the installation knows a directory' }) isDirectoryOffered: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'the own name at the directory; null: not linked' })
  directorySubject: string | null;

  static from(security: Security): SecurityResponse {
    return {
      phone: security.phone,
      secondFactorSince: security.confirmedAt?.toISOString() ?? null,
      recoveryCodesLeft: security.codesLeft,
      secondFactorDemandedFrom: security.demandedFrom,
      isDirectoryOffered: security.isDirectoryOffered,
      directorySubject: security.directorySubject,
    };
  }
}
