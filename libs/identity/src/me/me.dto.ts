import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { GrantResponse } from '../people/people.dto.js';
import { CityResponse, PersonResponse } from '../sessions/sessions.dto.js';

export class MeResponse {
  @ApiProperty({ type: PersonResponse }) user: PersonResponse;
  @ApiProperty({ type: CityResponse }) city: CityResponse;
  @ApiProperty({ description: 'the password must be changed before anything else' }) mustChangePassword: boolean;
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
