import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import { STATEMENT_STATES, type StatementDuty, type StatementState } from '../../domain/common-revenue/duties.js';
import type { PublishedStatement } from './published.queries.js';

export class RevenuePublicationRequest {
  @ApiProperty({ example: '晋城好家物业公司' }) @IsString() @MinLength(2) @MaxLength(120) publisher: string;

  @ApiPropertyOptional({
    example: '更正第3号凭证金额',
    description: 'what is corrected, from the second of a quarter on',
  })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  note?: string;
}

export class RevenueNoticeRequest {
  @ApiProperty({ example: '2号楼大厅公示栏' }) @IsString() @MinLength(2) @MaxLength(120) place: string;
  @ApiProperty() @IsDay() onDay: string;
  @ApiProperty({ format: 'uuid', description: 'a photo of the notice board' }) @IsUUID() fileId: string;
}

export class RevenueStatementLine {
  @ApiProperty({ example: '4112' }) code: string;
  @ApiProperty({ example: '电梯和外墙广告' }) name: string;
  @ApiProperty() amount: string;
}

export class RevenueStatementEntry {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: '凭证号' }) number: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() memo: string;
  @ApiProperty({ example: '电梯和外墙广告' }) name: string;
  @ApiProperty({ description: 'positive came in, negative went out' }) amount: string;
  @ApiProperty({ type: String, nullable: true, description: 'what allows it' }) basis: string | null;
}

export class RevenueStatementContract {
  @ApiProperty() kindName: string;
  @ApiProperty() place: string;
  @ApiProperty() number: string;
  @ApiProperty() due: string;
  @ApiProperty() received: string;
  @ApiProperty() owed: string;
  @ApiProperty({ description: 'whether the owners resolved to trade with these common parts' }) isDecided: boolean;
}

/** 季度收支表, at the end of the quarter. */
export class RevenueStatementResponse {
  @ApiProperty() compound: string;
  @ApiProperty({ example: '2026-Q3' }) period: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty() opening: string;
  @ApiProperty({ type: [RevenueStatementLine] }) income: RevenueStatementLine[];
  @ApiProperty() received: string;
  @ApiProperty({ type: [RevenueStatementLine] }) expenditure: RevenueStatementLine[];
  @ApiProperty() used: string;
  @ApiProperty() closing: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'as the bank wrote it; null without a statement of the bank',
  })
  bank: string | null;

  @ApiProperty({ description: 'income less costs' }) net: string;
  @ApiProperty({ description: 'proposed in the rule pack for the maintenance fund' }) proposedShare: string;
  @ApiProperty({ description: 'what went to the maintenance fund' }) moved: string;
  @ApiProperty({ type: [RevenueStatementContract] }) contracts: RevenueStatementContract[];
  @ApiProperty({ type: [RevenueStatementEntry] }) entries: RevenueStatementEntry[];
}

export class RevenueNoticeResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() place: string;
  @ApiProperty({ format: 'date' }) onDay: string;
}

export class RevenuePublicationResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ description: 'SHA-256 of the text, in hexadecimal' }) digest: string;
  @ApiProperty() publisher: string;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: [RevenueNoticeResponse] }) notices: RevenueNoticeResponse[];

  static from({ publication, notices }: PublishedStatement): RevenuePublicationResponse {
    const { id, onDay, digest, publisher, note } = publication;
    const shown = notices.map(({ id: noticeId, place, onDay: since }) => ({ id: noticeId, place, onDay: since }));
    return { id, onDay, digest, publisher, note, notices: shown };
  }
}

export class RevenueDutyResponse {
  @ApiProperty({ example: '2026-Q3' }) period: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ enum: STATEMENT_STATES }) state: StatementState;
  @ApiProperty({ type: String, format: 'date', nullable: true }) shownOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) shownUntil: string | null;
  @ApiProperty({ description: 'whether it was published at all, with or without a photo' }) isPublished: boolean;

  static from({ period, ...told }: StatementDuty, published: ReadonlySet<string>): RevenueDutyResponse {
    return { ...told, period: period.key, isPublished: published.has(period.key) };
  }
}

export class RevenueDutiesResponse {
  @ApiProperty({ type: [RevenueDutyResponse] }) items: RevenueDutyResponse[];
}

export class RevenueQuarterResponse {
  @ApiProperty({ type: RevenueStatementResponse, description: 'as the books tell it now' })
  statement: RevenueStatementResponse;

  @ApiProperty({ type: [RevenuePublicationResponse], description: 'the latest last' })
  publications: RevenuePublicationResponse[];

  @ApiProperty({ description: 'whether the books still say what was published last' }) isAsPublished: boolean;
}
