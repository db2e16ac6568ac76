import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DomainError } from '#libs/kernel';
import { IsDay, PageQuery } from '#libs/platform';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { addressOf } from '../domain/address/unit-address.js';
import { UNIT_MARKS, type UnitMark } from '../domain/parties/roster-summary.js';
import { AREA_SOURCES, UNIT_USES, type AreaSource, type UnitUse } from '../domain/parties/unit-words.js';
import type { NewUnitFacts } from './units.service.js';

export class UnitListQuery extends PageQuery {
  @ApiPropertyOptional({ example: '1栋101', description: 'an address, or the whole name, number or phone of an owner' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ example: '1' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  building?: string;

  @ApiPropertyOptional({ example: '1' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  stairway?: string;

  @ApiPropertyOptional({ enum: UNIT_MARKS, description: 'only units of which this is to be said' })
  @IsOptional()
  @IsIn(UNIT_MARKS)
  mark?: UnitMark;

  @ApiPropertyOptional({ format: 'date', description: 'default today' })
  @IsOptional()
  @IsDay()
  on?: string;
}

/** A unit that is registered, or corrected as a whole, by hand. */
export class UnitRequest {
  @ApiPropertyOptional({ example: '1号楼' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  building?: string;

  @ApiPropertyOptional({ example: '1单元' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  stairway?: string;

  @ApiProperty({ example: '101', description: 'or the whole address, such as 1-1-101' })
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  room: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsInt()
  @Min(-9)
  @Max(200)
  floor?: number;

  @ApiProperty({ enum: UNIT_USES })
  @IsIn(UNIT_USES)
  use: UnitUse;

  @ApiPropertyOptional({ description: 'integer of 0.01 m²' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000_000)
  floorArea?: number;

  @ApiPropertyOptional({ enum: AREA_SOURCES })
  @IsOptional()
  @IsIn(AREA_SOURCES)
  areaSource?: AreaSource;

  @ApiPropertyOptional({ description: 'the deed, survey or contract that tells the area' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  areaDocument?: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  on: string;

  @ApiProperty()
  @IsString()
  @MinLength(2)
  @MaxLength(300)
  reason: string;

  /** @throws DomainError `unit.address-unclear` */
  static toNew(request: UnitRequest): NewUnitFacts {
    const { building = null, stairway = null, room, floor = null, use, floorArea = null, on, reason } = request;
    const address = addressOf({ building, stairway, room, address: null });
    if (address === null) throw new DomainError('unit.address-unclear', { room });
    const { areaSource = 'list', areaDocument = null } = request;
    const area = { floorArea, areaSource: floorArea === null ? null : areaSource, areaDocument };
    return { facts: { ...address, floor, use, ...area, commonShare: null }, on, reason };
  }
}
