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
import { IsDay } from '#libs/platform';
import { PERMISSIONS_OF_ROLE } from '#libs/registry';
import { isInForce, type GrantView } from '../grants/grant-view.js';
import type { PersonView } from './people.queries.js';

const ROLES = Object.keys(PERMISSIONS_OF_ROLE);
const SCOPES = ['area', 'compound', 'company'] as const;

/** Where a grant holds: an area by its code, a compound or company by its id. */
export class ScopeRequest {
  @ApiProperty({ enum: SCOPES })
  @IsIn(SCOPES, { message: '应为 area（区划）、compound（小区）或 company（企业）' })
  kind: (typeof SCOPES)[number];

  @ApiPropertyOptional({ example: '140502001', description: 'area code, for kind "area"' })
  @ValidateIf((scope: ScopeRequest) => scope.kind === 'area')
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, { message: '应为区划代码' })
  code?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'for kinds "compound" and "company"' })
  @ValidateIf((scope: ScopeRequest) => scope.kind !== 'area')
  @IsUUID(undefined, { message: '应为小区或企业的编号' })
  id?: string;
}

export class GrantRequest {
  @ApiProperty({ enum: ROLES })
  @IsIn(ROLES, { message: `应为 ${ROLES.join('、')} 之一` })
  role: Role;

  @ApiProperty({ type: ScopeRequest })
  @IsDefined({ message: '应为授权范围' })
  @ValidateNested({ message: '应为授权范围' })
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
  @IsString({ message: '应为登录名' })
  @MaxLength(64, { message: '登录名不超过 64 个字符' })
  login: string;

  @ApiProperty({ example: '王芳' })
  @IsString({ message: '应为姓名' })
  @Length(1, 60, { message: '姓名为 1–60 个字符' })
  name: string;
}

export class EndingRequest {
  @ApiProperty({ example: '岗位调整' })
  @IsString({ message: '请写明原因' })
  @Length(1, 500, { message: '请写明原因（不超过 500 个字符）' })
  reason: string;
}

export class DisablingRequest {
  @ApiPropertyOptional({ example: '离职' })
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MaxLength(500, { message: '不超过 500 个字符' })
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
