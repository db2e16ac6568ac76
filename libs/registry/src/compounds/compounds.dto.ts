import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsDay, IsFlag, IsInstant, PageQuery } from '#libs/platform';
import { COMPOUND_STATUSES, type CompoundStatus } from '../domain/compounds/compound-facts.js';
import type { TwoClocks } from '../compound-file/compound-file.queries.js';
import type { ListedCompoundRow } from './compound-list.queries.js';

export class CompoundListQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'area code; everything below it is meant' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  area?: string;

  @ApiPropertyOptional({ description: 'part of a name or the address, pinyin or initials (fhy), or the whole code' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'with an area: only those in it and in none below it' })
  @IsOptional()
  @IsFlag()
  directly?: boolean;

  @ApiPropertyOptional({ enum: COMPOUND_STATUSES, description: 'left out: all but those merged into others' })
  @IsOptional()
  @IsIn(COMPOUND_STATUSES)
  status?: CompoundStatus;

  @ApiPropertyOptional({ format: 'date', description: 'default today' })
  @IsOptional()
  @IsDay()
  asOf?: string;
}

export class TwoClocksQuery {
  @ApiPropertyOptional({ format: 'date', description: 'the day that is true; default today' })
  @IsOptional()
  @IsDay()
  asOf?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'what had been recorded by then; default now' })
  @IsOptional()
  @IsInstant()
  knownAt?: string;

  clocks(): TwoClocks {
    return {
      ...(this.asOf === undefined ? {} : { asOf: this.asOf }),
      ...(this.knownAt === undefined ? {} : { knownAt: new Date(this.knownAt) }),
    };
  }
}

export class PlaceResponse {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
}

export class CompoundLineResponse {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: PlaceResponse, nullable: true, description: 'null while unplaced' }) area: PlaceResponse | null;
  @ApiProperty({ enum: COMPOUND_STATUSES }) status: CompoundStatus;
  @ApiProperty({ type: Number, nullable: true }) households: number | null;
  @ApiProperty({ type: Number, nullable: true }) buildings: number | null;

  static from(row: ListedCompoundRow): CompoundLineResponse {
    const { id, code, name, address, areaCode, areaName, status, households, buildings } = row;
    const area = areaCode !== null && areaName !== null ? { code: areaCode, name: areaName } : null;
    return { id, code, name, address, area, status, households, buildings };
  }
}

export class CompoundListResponse {
  @ApiProperty({ type: [CompoundLineResponse] }) items: CompoundLineResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class PublicCompoundsQuery {
  @ApiProperty({ description: 'part of the name or of the address, or pinyin', example: '和顺' })
  @IsString()
  @MinLength(1)
  @MaxLength(60)
  q: string;
}

export class FoundCompoundItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null while unplaced' }) areaName: string | null;
}

export class FoundCompoundsResponse {
  @ApiProperty({ type: [FoundCompoundItem] }) items: FoundCompoundItem[];
  @ApiProperty({ description: 'whether more are called so: say more of the name' }) isMore: boolean;
}

export class CreatedResponse {
  @ApiProperty() id: string;
}
