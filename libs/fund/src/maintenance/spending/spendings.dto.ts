import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { fenOf } from '../../domain/fen.js';
import { BENEFITS, type Benefit, type CostScope } from '../../domain/maintenance/cost-split.js';
import { EMERGENCY_KINDS, type Emergency } from '../../domain/uses.js';
import type { NewSpending } from './spendings.service.js';

const DECISIONS = ['resolution', 'act'] as const;

/** Who benefits, and how much it costs. */
export class CostSplitQuery {
  @ApiProperty({ example: '86000.00' }) @IsString() @MaxLength(20) amount: string;
  @ApiProperty({ enum: BENEFITS, description: '受益范围' }) @IsIn(BENEFITS) benefit: Benefit;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) building?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) stairway?: string;

  @ApiPropertyOptional({ description: 'of named homes: their ids, separated by commas' })
  @IsOptional()
  @IsString()
  @MaxLength(8000)
  units?: string;

  static scopeOf(query: CostSplitQuery): CostScope {
    const { benefit, building = null, stairway = null, units = '' } = query;
    return { benefit, building, stairway, unitIds: units.split(',').filter((id) => id !== '') };
  }
}

/** 维修支出申请. */
export class MaintenanceSpendingRequest {
  @ApiProperty({ example: '1号楼1单元电梯钢丝绳更换' }) @IsString() @MinLength(2) @MaxLength(200) title: string;
  @ApiProperty({ example: '86000.00' }) @IsString() @MaxLength(20) amount: string;
  @ApiProperty({ example: '晋城电梯公司' }) @IsString() @MinLength(2) @MaxLength(120) payee: string;
  @ApiProperty({ enum: BENEFITS, description: '受益范围' }) @IsIn(BENEFITS) benefit: Benefit;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) building?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) stairway?: string;

  @ApiPropertyOptional({ type: [String], format: 'uuid', description: 'of named homes' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @IsUUID('all', { each: true })
  unitIds?: string[];

  @ApiPropertyOptional({ enum: EMERGENCY_KINDS, description: 'what lets the vote be skipped; needs an act of WY-19' })
  @IsOptional()
  @IsIn(EMERGENCY_KINDS)
  emergency?: Emergency;

  @ApiProperty({ enum: DECISIONS }) @IsIn(DECISIONS) decisionKind: (typeof DECISIONS)[number];
  @ApiProperty({ format: 'uuid' }) @IsUUID() decisionId: string;
  @ApiProperty({ description: 'how much the decision allows in all' })
  @IsString()
  @MaxLength(20)
  decisionAmount: string;

  static toNew(request: MaintenanceSpendingRequest): NewSpending {
    const { title, amount, payee, benefit, building = null, stairway = null, unitIds = [] } = request;
    const { emergency = null, decisionKind: kind, decisionId: id, decisionAmount } = request;
    const scope = { benefit, building, stairway, unitIds };
    return {
      title,
      cost: fenOf(amount),
      payee,
      scope,
      emergency,
      decision: { kind, id, amount: fenOf(decisionAmount) },
    };
  }
}

export class SpendingRejectionRequest {
  @ApiProperty({ example: '发票不符' }) @IsString() @MinLength(2) @MaxLength(500) reason: string;
}
