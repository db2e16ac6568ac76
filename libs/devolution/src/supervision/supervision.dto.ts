import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsPowerCode } from '../catalogue/is-power-code.js';
import { ActBrief } from '../acts/acts-answers.dto.js';
import { BodyResponse } from '../delegations/delegations.dto.js';

export const CELL_STANDINGS = ['none', 'pending', 'not-ready', 'held'] as const;

export class MatrixQuery {
  @ApiPropertyOptional({ description: 'code of an area; left out, the whole of what the caller may see' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  area?: string;
}

/** One power at one office: whether it holds it, and how it used it. */
export class MatrixCell {
  @ApiProperty({ example: 'WY-04' }) power: string;
  @ApiProperty({ enum: CELL_STANDINGS }) standing: (typeof CELL_STANDINGS)[number];
  @ApiProperty({ description: 'cases taken in' }) acts: number;
  @ApiProperty({ description: 'of them still open' }) open: number;
  @ApiProperty({ description: 'of them past their due day' }) overdue: number;
  @ApiProperty({ description: 'papers issued' }) issued: number;
  @ApiProperty({ description: 'of them revoked' }) reversed: number;
}

export class MatrixRow {
  @ApiProperty() body: BodyResponse;
  @ApiProperty({ type: [MatrixCell], description: 'in the order of the powers' }) cells: MatrixCell[];
}

export class MatrixPower {
  @ApiProperty({ example: 'WY-04' }) code: string;
  @ApiProperty() name: string;
}

/** 权限矩阵: every office of the streets and towns, every power. */
export class MatrixResponse {
  @ApiProperty({ format: 'date' }) on: string;
  @ApiProperty({ type: [MatrixPower] }) powers: MatrixPower[];
  @ApiProperty({ type: [MatrixRow] }) rows: MatrixRow[];
}

export class SampleQuery extends MatrixQuery {
  @ApiPropertyOptional({ example: 'WY-04' })
  @IsOptional()
  @IsPowerCode()
  power?: string;

  @ApiProperty({ description: 'told beforehand; the same seed draws the same papers' })
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  seed: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 10 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  size?: number;
}

export class SampleResponse {
  @ApiProperty() seed: string;
  @ApiProperty({ description: 'issued papers among which was drawn' }) among: number;
  @ApiProperty({ type: [ActBrief] }) items: ActBrief[];
}
