import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMinSize, IsArray, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { IsDay } from '#libs/platform';
import { AREA_LEVELS, type Area } from './area.entity.js';

/** One node of the area tree as the API shows it. */
export class AreaResponse {
  @ApiProperty() id: string;
  @ApiProperty({ example: '140502001' }) code: string;
  @ApiProperty({ example: '东街街道' }) name: string;
  @ApiProperty({ enum: AREA_LEVELS }) level: string;
  @ApiProperty({ type: String, nullable: true }) parentCode: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) openedOn: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) closedOn: string | null;

  static from(area: Area): AreaResponse {
    const codes = area.path.split('/').filter(Boolean);
    const { id, code, name, level, openedOn, closedOn } = area;
    return { id, code, name, level, parentCode: codes.at(-2) ?? null, openedOn, closedOn };
  }
}

export class AreaListResponse {
  @ApiProperty({ type: [AreaResponse] }) items: AreaResponse[];
}

/** A new area in a split or merge. */
export class NewAreaRequest {
  @ApiProperty() @IsString() @MaxLength(18) code: string;
  @ApiProperty() @IsString() @MaxLength(60) name: string;
}

/** Which new area a part of an old one goes to. */
export class AreaAssignmentRequest {
  @ApiProperty({ description: 'code of an area below the old one' }) @IsString() @MaxLength(18) code: string;
  @ApiProperty({ description: 'code of a new area' }) @IsString() @MaxLength(18) to: string;
}

/** 区划调整: areas that end on a day and the areas that take their place. */
export class AreaChangeRequest {
  @ApiProperty({ enum: ['split', 'merge', 'rename'] })
  @IsIn(['split', 'merge', 'rename'])
  kind: 'split' | 'merge' | 'rename';

  @ApiProperty({ type: [String], description: 'codes of the areas that end' })
  @IsArray()
  @ArrayMinSize(1)
  @IsString({ each: true })
  from: string[];

  @ApiProperty({ type: [NewAreaRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ValidateNested({ each: true })
  @Type(() => NewAreaRequest)
  to: NewAreaRequest[];

  @ApiProperty({ format: 'date', description: 'first day of the new areas' })
  @IsDay()
  on: string;

  @ApiProperty() @IsString() @MaxLength(500) reason: string;

  @ApiPropertyOptional({ type: [AreaAssignmentRequest], description: 'for a split: where each part goes' })
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AreaAssignmentRequest)
  assign?: AreaAssignmentRequest[];
}
