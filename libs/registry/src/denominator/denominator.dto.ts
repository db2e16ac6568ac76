import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IsDay, PageQuery } from '#libs/platform';
import { PlaceResponse } from '../compounds/compounds.dto.js';
import type { Denominator, ExplainedLine } from './denominator.queries.js';

const CAUSES = [
  'registered',
  'delivered',
  'moved-in',
  'restored',
  'demolished',
  'merged',
  'under-construction',
  'moved-out',
  'ended',
] as const;

export class DenominatorQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'area code; default the widest area of the caller' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  area?: string;

  @ApiPropertyOptional({
    format: 'date',
    description: 'day of the opening count; default the last day of the year before',
  })
  @IsOptional()
  @IsDay()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'day of the closing count; default today' })
  @IsOptional()
  @IsDay()
  to?: string;
}

class NamedCompoundResponse {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

export class DenominatorLineResponse {
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ enum: ['in', 'out'] }) change: 'in' | 'out';
  @ApiProperty({ enum: CAUSES }) cause: (typeof CAUSES)[number];
  @ApiProperty({ type: NamedCompoundResponse }) compound: NamedCompoundResponse;
  @ApiProperty() reason: string;
  @ApiProperty() recordedBy: string;
  @ApiProperty({ description: 'list and row, or the person who entered it' }) source: string;

  static from(line: ExplainedLine): DenominatorLineResponse {
    const { day, change, cause, compoundId, name, reason, recordedBy } = line;
    const source = line.source ? `${line.source.listName} 第 ${line.source.rowNumber} 行` : recordedBy;
    return { day, change, cause, compound: { id: compoundId, name }, reason, recordedBy, source };
  }
}

/** opening + entered − left = closing, always. */
export class DenominatorResponse {
  @ApiProperty({ type: PlaceResponse }) area: PlaceResponse;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty({ description: 'compounds in use on the first day' }) opening: number;
  @ApiProperty({ description: 'lines with change in' }) entered: number;
  @ApiProperty({ description: 'lines with change out' }) left: number;
  @ApiProperty({ description: 'compounds in use on the last day' }) closing: number;
  @ApiProperty({ type: [DenominatorLineResponse] }) lines: DenominatorLineResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;

  static from(found: Denominator): DenominatorResponse {
    const { area, from, to, opening, entered, left, closing, next } = found;
    const place = { code: area.code, name: area.name };
    const lines = found.lines.map((line) => DenominatorLineResponse.from(line));
    return { area: place, from, to, opening, entered, left, closing, lines, next };
  }
}
