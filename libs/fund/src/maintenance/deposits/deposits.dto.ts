import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import type { Language } from '#libs/kernel';
import { IsDay } from '#libs/platform';
import { fenOf, yuanText } from '../../domain/fen.js';
import type { DepositReport } from './deposit-lists.service.js';
import type { NewDeposit } from './deposits.service.js';
import { DEPOSIT_KINDS, type DepositKind } from './maintenance-deposit.entity.js';

/** 交存登记. */
export class MaintenanceDepositRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() unitId: string;
  @ApiProperty({ enum: DEPOSIT_KINDS }) @IsIn(DEPOSIT_KINDS) kind: DepositKind;
  @ApiProperty({ example: '10000.00' }) @IsString() @MaxLength(20) amount: string;
  @ApiProperty({ format: 'date' }) @IsDay() date: string;

  @ApiPropertyOptional({ description: '专用票据号' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  document?: string;

  static toNew(request: MaintenanceDepositRequest): NewDeposit {
    const { unitId, kind, amount, date, document = null } = request;
    return { unitId, kind, amount: fenOf(amount), onDay: date, document };
  }
}

export class DepositFaultResponse {
  @ApiProperty({ description: 'of the file' }) row: number;
  @ApiProperty() fault: string;
}

export class DepositListResponse {
  @ApiProperty({ description: 'rows of the list that tell a deposit' }) rows: number;
  @ApiProperty({ description: 'all of them, or none where any row is faulty' }) recorded: number;
  @ApiProperty() sum: string;
  @ApiProperty({ type: [DepositFaultResponse] }) faults: DepositFaultResponse[];

  static from({ rows, recorded, sum, faults }: DepositReport, language: Language): DepositListResponse {
    const told = faults.map((each) => ({ row: each.row, fault: each.told[language] }));
    return { rows, recorded, sum: yuanText(sum), faults: told };
  }
}
