import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { IssuedCode } from '#libs/identity';
import { PersonalData } from '../owners/personal-data.js';
import type { JudgedBinding } from './bindings.queries.js';
import type { UnitBindings } from './unit-bindings.service.js';
import { BINDING_WAYS, type BindingWay } from './unit-binding.entity.js';

const STATES = ['holds', 'lapsed', 'ended'] as const;

export class BindingCodeRequest {
  @ApiProperty({ format: 'uuid', description: 'an owner of the unit, or the guardian of one' })
  @IsUUID()
  ownerId: string;
}

export class DeskBindingRequest extends BindingCodeRequest {
  @ApiProperty({ example: '13800138000', description: 'the mobile phone with which the owner will sign in' })
  @IsString()
  @MaxLength(30)
  phone: string;

  @ApiProperty({ example: '身份证、不动产权证原件' })
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  seenDocument: string;

  @ApiProperty({ example: '本人到场办理，名册里没有手机号' })
  @IsString()
  @MinLength(2)
  @MaxLength(300)
  reason: string;
}

export class BindingPhoneRequest {
  @ApiProperty({ example: '13800138000', description: 'the phone with which the owner will sign in from now on' })
  @IsString()
  @MaxLength(30)
  phone: string;

  @ApiProperty({ example: '身份证原件' }) @IsString() @MinLength(2) @MaxLength(200) seenDocument: string;
  @ApiProperty({ example: '原号码已停用' }) @IsString() @MinLength(2) @MaxLength(300) reason: string;
}

/** Whom a code of the desk is for: a binding, with the phone that is bound; or an owner, with that of the register. */
export class DeskCodeRequest {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() bindingId?: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() ownerId?: string;
  @ApiProperty({ example: '身份证原件' }) @IsString() @MinLength(2) @MaxLength(200) seenDocument: string;
}

export class DeskCodeResponse implements IssuedCode {
  @ApiProperty({ example: '287082', description: 'shown once, to be written down for the owner' }) code: string;
  @ApiProperty({ example: '138****8000' }) phone: string;
  @ApiProperty({ example: 1800, description: 'seconds until the code ends' }) expiresIn: number;
}

export class BindingEndRequest {
  @ApiProperty({ example: '业主来电称非本人绑定' })
  @IsString()
  @MinLength(2)
  @MaxLength(300)
  reason: string;
}

export class UnitBindingResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '业主 138****5678' }) account: string;
  @ApiProperty({ format: 'uuid' }) ownerId: string;
  @ApiProperty({ example: '张*' }) owner: string;
  @ApiProperty({ enum: BINDING_WAYS }) way: BindingWay;
  @ApiProperty({ enum: STATES, description: 'lapsed: the register says something else by now' })
  state: (typeof STATES)[number];
  @ApiProperty({ type: String, nullable: true }) seenDocument: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ format: 'date-time' }) boundAt: string;
  @ApiProperty() boundBy: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) endedBy: string | null;
  @ApiProperty({ type: String, nullable: true }) endReason: string | null;
}

function stateOf({ row, holds }: JudgedBinding): UnitBindingResponse['state'] {
  if (row.endedAt !== null) return 'ended';
  return holds ? 'holds' : 'lapsed';
}

export class UnitBindingsResponse {
  @ApiProperty({ type: [UnitBindingResponse], description: 'newest first' }) items: UnitBindingResponse[];

  static from({ bindings, owners, accounts }: UnitBindings, data: PersonalData): UnitBindingsResponse {
    const items = bindings.map((each): UnitBindingResponse => {
      const { cityId, id, ownerId, userId, way, seenDocument, reason, endReason } = each.row;
      const owner = owners.get(ownerId);
      return {
        ...{ id, ownerId, way, seenDocument, reason, endReason, state: stateOf(each) },
        account: accounts.get(userId) ?? '',
        owner: owner ? data.masked({ cityId, ownerId }, owner.detail).name : '',
        ...{ boundAt: each.row.boundAt.toISOString(), boundBy: each.row.boundByName },
        ...{ endedAt: each.row.endedAt?.toISOString() ?? null, endedBy: each.row.endedByName },
      };
    });
    return { items };
  }
}
