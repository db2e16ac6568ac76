import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IdPageQuery } from '#libs/platform';

export class ImportsQuery extends IdPageQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) kind?: string;
}

/** One issue of a row, with what to do about it. */
export class ImportIssueResponse {
  @ApiProperty() row: number;
  @ApiProperty({ type: String, nullable: true }) column: string | null;
  @ApiProperty({ type: String, nullable: true }) value: string | null;
  @ApiProperty() code: string;
  @ApiProperty() message: string;
  @ApiProperty() fix: string;
}

export class ImportProgressResponse {
  @ApiProperty() rows: number;
  @ApiProperty() accepted: number;
  @ApiProperty() rejected: number;
  @ApiProperty({ type: Number, nullable: true, description: 'share of the file read, 0 to 1' }) share: number | null;
}

class ImportBriefResponse {
  @ApiProperty() id: string;
  @ApiProperty() kind: string;
  @ApiProperty() list: string;
  @ApiProperty() fileName: string;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty({ enum: ['running', 'done', 'refused', 'undone'] }) status: string;
  @ApiProperty() dryRun: boolean;
  @ApiProperty() rows: number;
  @ApiProperty() accepted: number;
  @ApiProperty({ description: 'accepted rows that said nothing new' }) unchanged: number;
  @ApiProperty({ type: [String] }) extraColumns: readonly string[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, nullable: true })
  claims: Readonly<Record<string, number>> | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  refusal: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null;
  @ApiProperty({ format: 'date-time' }) startedAt: string;
  @ApiProperty() startedBy: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) undoneAt: string | null;
}

/** A finished import; while it runs, only id, kind, status and progress are there. */
export class ImportResponse extends ImportBriefResponse {
  @ApiProperty({ type: [ImportIssueResponse] }) rejected: readonly ImportIssueResponse[];
  @ApiProperty({ type: [ImportIssueResponse] }) warnings: readonly ImportIssueResponse[];
  @ApiProperty({ type: [ImportIssueResponse] }) duplicates: readonly ImportIssueResponse[];
  @ApiPropertyOptional({ type: ImportProgressResponse }) progress?: ImportProgressResponse;
}

export class ImportLineResponse extends ImportBriefResponse {
  @ApiProperty() rejected: number;
  @ApiProperty() warnings: number;
  @ApiProperty() duplicates: number;
}

export class ImportLinesResponse {
  @ApiProperty({ type: [ImportLineResponse] }) items: readonly ImportLineResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
