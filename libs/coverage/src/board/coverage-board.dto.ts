import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { CoverageQuery } from '../answers/coverage.dto.js';
import { STATES, TARGETS } from '../domain/state.js';

export class LapsesQuery extends CoverageQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 366, default: 90 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(366)
  days?: number;
}

export class TrendTarget {
  @ApiProperty({ enum: TARGETS }) code: string;
  @ApiProperty() numerator: number;
  @ApiProperty() denominator: number;
  @ApiProperty({ type: String, nullable: true }) rate: string | null;
}

export class TrendPointResponse {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ type: [TrendTarget] }) targets: readonly TrendTarget[];
}

export class TrendResponse {
  @ApiProperty({ type: [TrendPointResponse] }) points: readonly TrendPointResponse[];
}

export class LapseSubject {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class LapseResponse {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ enum: TARGETS }) target: string;
  @ApiProperty() subject: LapseSubject;
  @ApiProperty({ enum: STATES }) from: string;
  @ApiProperty({ enum: STATES }) to: string;
  @ApiProperty({ description: 'what will be said of it on that day' }) reason: string;
}

export class LapsesResponse {
  @ApiProperty({ type: [LapseResponse] }) items: readonly LapseResponse[];
}

export class RuleResponse {
  @ApiProperty() code: string;
  @ApiProperty({ enum: TARGETS, isArray: true }) targets: readonly string[];
  @ApiProperty() title: string;
  @ApiProperty({ enum: ['gap', 'defect', 'notice'] }) severity: string;
  @ApiProperty() legalBasis: string;
  @ApiProperty() recommendation: string;
}

export class RulesResponse {
  @ApiProperty({ type: [RuleResponse] }) items: readonly RuleResponse[];
}

export class TargetValueResponse {
  @ApiProperty() area: string;
  @ApiProperty() areaName: string;
  @ApiProperty({ enum: TARGETS }) target: string;
  @ApiProperty() year: number;
  @ApiProperty() required: string;
  @ApiProperty({ format: 'date' }) deadline: string;
  @ApiProperty() recordedBy: string;
}

export class TargetValuesResponse {
  @ApiProperty({ type: [TargetValueResponse] }) items: readonly TargetValueResponse[];
}

export class YearQuery {
  @ApiProperty({ example: 2026 })
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;
}
