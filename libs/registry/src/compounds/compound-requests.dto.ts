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
import { IsDay, said } from '#libs/platform';
import type { FilledFacts } from './compounds.service.js';

const STATUSES = ['in-use', 'under-construction', 'demolished'] as const;

export class PointRequest {
  @ApiProperty({ minimum: 73, maximum: 136 })
  @IsNumber()
  @Min(73)
  @Max(136)
  longitude: number;

  @ApiProperty({ minimum: 3, maximum: 54 })
  @IsNumber()
  @Min(3)
  @Max(54)
  latitude: number;
}

/** Facts as people fill them in; null empties a value, what is left out stays. */
export class CompoundFactsRequest {
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  aliases?: string[];

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'area code; null: not placed' })
  @IsOptional()
  @Matches(/^\d{2,18}$/, said('应为区划代码', 'must be the code of an area'))
  area?: string | null;

  @ApiPropertyOptional({ type: PointRequest, nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PointRequest)
  point?: PointRequest | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  buildings?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  households?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'm², at most two decimals', example: '69000.00' })
  @IsOptional()
  @Matches(
    /^\d{1,9}(\.\d{1,2})?$/,
    said('应为平方米数，最多两位小数', 'must be square metres, with two decimals at most'),
  )
  floorArea?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true })
  @IsOptional()
  @IsInt()
  @Min(1900)
  @Max(2199)
  builtYear?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  kind?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, format: 'date' })
  @IsOptional()
  @IsDay()
  deliveredOn?: string | null;

  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: (typeof STATUSES)[number];

  @ApiProperty({ description: 'why' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;

  @ApiProperty({ format: 'date', description: 'first day on which this holds' })
  @IsDay()
  on: string;
}

export class CompoundRequest extends CompoundFactsRequest {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: "the city's own number" })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  code?: string | null;
}

export class CompoundVersionRequest extends CompoundFactsRequest {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
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
  @IsUUID()
  into: string;

  @ApiPropertyOptional({ format: 'date', description: 'left out: they never were two' })
  @IsOptional()
  @IsDay()
  on?: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}
