import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Day, Role } from '#libs/kernel';
import { IdPageQuery, IsDay } from '#libs/platform';
import { STAFF_ROLES } from '#libs/registry';
import { isInForce, type GrantView } from '../grants/grant-view.js';
import type { PersonView } from './people.queries.js';

const ROLES = STAFF_ROLES;
const SCOPES = ['area', 'compound', 'company'] as const;

/** Where a grant holds: an area by its code, a compound or company by its id. */
export class ScopeRequest {
  @ApiProperty({ enum: SCOPES })
  @IsIn(SCOPES)
  kind: (typeof SCOPES)[number];

  @ApiPropertyOptional({ example: '140502001', description: 'area code, for kind "area"' })
  @ValidateIf((scope: ScopeRequest) => scope.kind === 'area')
  @IsString()
  @MaxLength(18)
  code?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'for kinds "compound" and "company"' })
  @ValidateIf((scope: ScopeRequest) => scope.kind !== 'area')
  @IsUUID()
  id?: string;
}

export class GrantRequest {
  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES)
  role: Role;

  @ApiProperty({ type: ScopeRequest })
  @IsDefined()
  @ValidateNested()
  @Type(() => ScopeRequest)
  scope: ScopeRequest;

  @ApiPropertyOptional({ format: 'date', description: 'first day; today when left out' })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'last day; no end when left out' })
  @IsOptional()
  @IsDay()
  to?: string;
}

export class InvitationRequest extends GrantRequest {
  @ApiProperty({ example: 'wang.fang' })
  @IsString()
  @MaxLength(64)
  login: string;

  @ApiProperty({ example: '王芳' })
  @IsString()
  @Length(1, 60)
  name: string;
}

export class EndingRequest {
  @ApiProperty({ example: '岗位调整' })
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class UserListQuery extends IdPageQuery {
  @ApiPropertyOptional({ description: 'part of the login or the name' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** Why an account is closed, or opened again. */
export class AccountReasonRequest {
  @ApiPropertyOptional({ example: '离职' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class ScopeResponse {
  @ApiProperty({ enum: SCOPES }) kind: string;
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, nullable: true, description: 'area code; null for compounds and companies' })
  code: string | null;
  @ApiProperty({ example: '东街街道' }) name: string;
}

export class AbsentResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '李明' }) name: string;
}

export class GrantResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ROLES }) role: Role;
  @ApiProperty({ type: ScopeResponse }) scope: ScopeResponse;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'last day' }) to: string | null;
  @ApiProperty({ type: AbsentResponse, nullable: true, description: 'on leave; the grant is held in their place (代)' })
  standsInFor: AbsentResponse | null;
  @ApiProperty({ description: 'gives its role today' }) inForce: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) endReason: string | null;

  static from({ grant, subject, absent }: GrantView, today: Day): GrantResponse {
    const { kind, id, code, name } = subject;
    return {
      id: grant.id,
      role: grant.role,
      scope: { kind, id, code, name },
      from: grant.validFrom,
      to: grant.validTo,
      standsInFor: absent,
      inForce: isInForce(grant, today),
      endedAt: grant.endedAt?.toISOString() ?? null,
      endReason: grant.endReason,
    };
  }
}

export class UserResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() login: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'has not yet changed a password given by somebody else' }) mustChangePassword: boolean;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lockedUntil: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) disabledAt: string | null;
  @ApiProperty({ type: [GrantResponse], description: 'those inside the scope of the caller' }) grants: GrantResponse[];

  static from({ account, grants }: PersonView, today: Day): UserResponse {
    return {
      id: account.id,
      login: account.login,
      name: account.name,
      mustChangePassword: account.mustChangePassword,
      lockedUntil: account.lockedUntil?.toISOString() ?? null,
      createdAt: account.createdAt.toISOString(),
      disabledAt: account.disabledAt?.toISOString() ?? null,
      grants: grants.map((grant) => GrantResponse.from(grant, today)),
    };
  }
}

export class UserPageResponse {
  @ApiProperty({ type: [UserResponse] }) items: UserResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class InitialPasswordResponse {
  @ApiProperty({ description: 'shown once; the first sign-in must change it' }) initialPassword: string;
}

export class InvitationResponse extends InitialPasswordResponse {
  @ApiProperty({ type: UserResponse }) user: UserResponse;
  @ApiProperty({ type: GrantResponse }) grant: GrantResponse;
}
