import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ActBrief } from '../acts/acts-answers.dto.js';
import { BodyResponse } from '../delegations/delegations.dto.js';

export const CELL_STANDINGS = ['none', 'pending', 'not-ready', 'held'] as const;

export class MatrixQuery {
  @ApiPropertyOptional({ description: 'code of an area; left out, the whole of what the caller may see' })
  @IsOptional()
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, { message: '应为 2、4、6、9 或 12 位区划代码' })
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
  @Matches(/^WY-\d{2}$/, { message: '应为 WY-01 至 WY-21' })
  power?: string;

  @ApiProperty({ description: 'told beforehand; the same seed draws the same papers' })
  @IsString({ message: '应为文字' })
  @MinLength(1, { message: '请填写抽查种子' })
  @MaxLength(60, { message: '最多 60 字' })
  seed: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 10 })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '应为 1–100 的整数' })
  @Min(1, { message: '应为 1–100 的整数' })
  @Max(100, { message: '应为 1–100 的整数' })
  size?: number;
}

export class SampleResponse {
  @ApiProperty() seed: string;
  @ApiProperty({ description: 'issued papers among which was drawn' }) among: number;
  @ApiProperty({ type: [ActBrief] }) items: ActBrief[];
}
