import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '#libs/platform';
import type { FilledFacts } from './compounds.service.js';

const STATUSES = ['in-use', 'under-construction', 'demolished'] as const;
const WHOLE = { message: '应为不小于 0 的整数' };

export class PointRequest {
  @ApiProperty({ minimum: 73, maximum: 136 })
  @IsNumber({}, { message: '经度应为 73–136 的数' })
  @Min(73, { message: '经度应为 73–136 的数' })
  @Max(136, { message: '经度应为 73–136 的数' })
  longitude: number;

  @ApiProperty({ minimum: 3, maximum: 54 })
  @IsNumber({}, { message: '纬度应为 3–54 的数' })
  @Min(3, { message: '纬度应为 3–54 的数' })
  @Max(54, { message: '纬度应为 3–54 的数' })
  latitude: number;
}

/** Facts as people fill them in; null empties a value, what is left out stays. */
export class CompoundFactsRequest {
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray({ message: '应为文字列表' })
  @ArrayMaxSize(20, { message: '最多 20 个别名' })
  @IsString({ each: true, message: '应为文字' })
  @MaxLength(100, { each: true, message: '每个别名不超过 100 字' })
  aliases?: string[];

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MaxLength(300, { message: '不超过 300 字' })
  address?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'area code; null: not placed' })
  @IsOptional()
  @Matches(/^\d{2,18}$/, { message: '应为区划代码' })
  area?: string | null;

  @ApiPropertyOptional({ type: PointRequest, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PointRequest)
  point?: PointRequest | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0 })
  @IsOptional()
  @IsInt(WHOLE)
  @Min(0, WHOLE)
  @Max(100_000, { message: '不超过 100000' })
  buildings?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0 })
  @IsOptional()
  @IsInt(WHOLE)
  @Min(0, WHOLE)
  @Max(1_000_000, { message: '不超过 1000000' })
  households?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'm², at most two decimals', example: '69000.00' })
  @IsOptional()
  @Matches(/^\d{1,9}(\.\d{1,2})?$/, { message: '应为平方米数，最多两位小数' })
  floorArea?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsInt({ message: '应为四位年份' })
  @Min(1900, { message: '不早于 1900' })
  @Max(2199, { message: '应为四位年份' })
  builtYear?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MaxLength(60, { message: '不超过 60 字' })
  kind?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date' })
  @IsOptional()
  @IsDay()
  deliveredOn?: string | null;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES, { message: `应为 ${STATUSES.join('、')} 之一` })
  status?: (typeof STATUSES)[number];

  @ApiProperty({ description: 'why' })
  @IsString({ message: '请填写原因' })
  @IsNotEmpty({ message: '请填写原因' })
  @MaxLength(500, { message: '不超过 500 字' })
  reason: string;

  @ApiProperty({ format: 'date', description: 'first day on which this holds' })
  @IsDay()
  on: string;
}

export class CompoundRequest extends CompoundFactsRequest {
  @ApiProperty()
  @IsString({ message: '请填写小区名称' })
  @IsNotEmpty({ message: '请填写小区名称' })
  @MaxLength(100, { message: '不超过 100 字' })
  name: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: "the city's own number" })
  @IsOptional()
  @IsString({ message: '应为文字' })
  @IsNotEmpty({ message: '不能为空' })
  @MaxLength(60, { message: '不超过 60 字' })
  code?: string | null;
}

export class CompoundVersionRequest extends CompoundFactsRequest {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString({ message: '应为文字' })
  @IsNotEmpty({ message: '小区名称不能为空' })
  @MaxLength(100, { message: '不超过 100 字' })
  name?: string;
}

/** The request's facts in the register's units; fields that were left out stay left out. */
export function filledFacts(request: CompoundFactsRequest & { readonly name?: string }): FilledFacts {
  const {
    floorArea,
    aliases,
    address,
    area,
    point,
    buildings,
    households,
    builtYear,
    kind,
    deliveredOn,
    status,
    name,
  } = request;
  const given = { name, aliases, address, area, point, buildings, households, builtYear, kind, deliveredOn, status };
  const present = Object.entries(given).filter(([, value]) => value !== undefined);
  const exact = typeof floorArea === 'string' ? hundredths(floorArea) : floorArea;
  return { ...Object.fromEntries(present), ...(exact === undefined ? {} : { floorArea: exact }) };
}

/** Square metres with up to two decimals as an integer of 0.01 m², without floating point. */
function hundredths(metres: string): string {
  const [whole = '0', fraction = ''] = metres.split('.');
  return `${whole}${fraction.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
}

export class MergerRequest {
  @ApiProperty({ description: 'the compound that stays' })
  @IsUUID('all', { message: '应为小区编号' })
  into: string;

  @ApiPropertyOptional({ format: 'date', description: 'left out: they never were two' })
  @IsOptional()
  @IsDay()
  on?: string;

  @ApiProperty()
  @IsString({ message: '请填写原因' })
  @IsNotEmpty({ message: '请填写原因' })
  @MaxLength(500, { message: '不超过 500 字' })
  reason: string;
}
