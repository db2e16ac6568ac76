import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsString, Length } from 'class-validator';
import type { Role } from '#libs/kernel';
import { IsDay, said } from '#libs/platform';
import { STAFF_ROLES } from '#libs/registry';

const ROLES = STAFF_ROLES;
const CODE = said('应为验证器上的六位数字', 'must be the six digits of the app');

export class EnrolmentResponse {
  @ApiProperty({ example: 'otpauth://totp/…', description: 'shown as a QR code' }) uri: string;
  @ApiProperty({ example: 'JBSWY3DPEHPK3PXP…', description: 'to be typed in where no picture can be taken' })
  key: string;
}

export class ConfirmationRequest {
  @ApiProperty({ example: '287082' })
  @IsString(CODE)
  @Length(6, 12, CODE)
  code: string;
}

export class RecoveryCodesResponse {
  @ApiProperty({ type: [String], description: 'shown once; each opens once in the place of a code' })
  recoveryCodes: readonly string[];
}

export class ReasonRequest {
  @ApiProperty({ example: '手机遗失' })
  @IsString()
  @Length(1, 500)
  reason: string;
}

export class SecondFactorRuleRequest {
  @ApiProperty({
    enum: ROLES,
    isArray: true,
    description: 'the roles that need a second factor; none takes the rule back',
  })
  @IsArray()
  @ArrayMinSize(0)
  @ArrayMaxSize(ROLES.length)
  @IsIn(ROLES, { each: true })
  roles: Role[];

  @ApiProperty({ format: 'date', description: 'the first day on which they cannot work without one' })
  @IsDay()
  from: string;
}

export class SecondFactorRuleResponse {
  @ApiProperty({ enum: ROLES, isArray: true }) roles: readonly Role[];
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null: nobody is asked' })
  from: string | null;
}
