import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { VOUCHER_KINDS, type VoucherKind } from '../domain/voucher-kinds.js';
import type { ShownVoucher } from './vouchers.queries.js';

export class VoucherRequest {
  @ApiProperty({ enum: VOUCHER_KINDS }) @IsIn(VOUCHER_KINDS) kind: VoucherKind;
  @ApiProperty({ example: '增值税发票（已遮盖）' }) @IsString() @MinLength(1) @MaxLength(120) title: string;
  @ApiProperty({ format: 'uuid', description: 'a file that was uploaded' }) @IsUUID() fileId: string;

  @ApiProperty({ description: 'whether everybody may see it: masked copies, and what names nobody' })
  @IsBoolean()
  isPublic: boolean;
}

export class VoucherWithdrawalRequest {
  @ApiProperty({ description: 'everybody reads it' }) @IsString() @MinLength(2) @MaxLength(200) reason: string;
}

/** 撤回公开: when, and why. */
export class VoucherWithdrawn {
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty() reason: string;
}

export class VoucherResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: VOUCHER_KINDS }) kind: string;
  @ApiProperty() title: string;
  @ApiProperty({ format: 'uuid' }) fileId: string;
  @ApiProperty() isPublic: boolean;
  @ApiProperty({ description: 'the name of the file' }) name: string;
  @ApiProperty() mediaType: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the entry that it shows' })
  entryId: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'the instalment of the repair that it shows' })
  instalment: number | null;

  @ApiProperty({ type: VoucherWithdrawn, nullable: true, description: 'taken out of the public’s sight' })
  withdrawal: VoucherWithdrawn | null;

  static from(voucher: ShownVoucher): VoucherResponse {
    const { id, kind, title, fileId, isPublic, name, mediaType, entryId, instalment, withdrawal } = voucher;
    return { id, kind, title, fileId, isPublic, name, mediaType, entryId, instalment, withdrawal };
  }
}
