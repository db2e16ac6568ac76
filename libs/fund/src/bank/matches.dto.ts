import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { MATCH_REASONS } from '#libs/ledger';
import { IsDay } from '#libs/platform';
import { BookQuery } from '../books/books.dto.js';
import { BasisRequest } from '../entries/basis.dto.js';
import { OpenEntryResponse, OpenRowResponse, OpenSums, QueueAccount, QueueDays } from './open-items.dto.js';

export class BankQuery extends BookQuery {
  @ApiPropertyOptional({ example: '1002', description: 'left out: 1002' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  account?: string;
}

export class MatchingQuery extends BankQuery {
  @ApiPropertyOptional({ minimum: 0, maximum: 60, default: 7, description: 'days between a line and its entry' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(60)
  within?: number;
}

export class MatchProposal {
  @ApiProperty({ type: [String], format: 'uuid' }) rows: string[];
  @ApiProperty({ type: [String], format: 'uuid' }) entries: string[];
  @ApiProperty({ enum: MATCH_REASONS, isArray: true }) reasons: string[];
  @ApiProperty() daysApart: number;
  @ApiProperty({ description: 'nothing else that is proposed speaks of any of these' }) isOnly: boolean;
}

export class MatchingResponse {
  @ApiProperty({ type: QueueAccount }) account: QueueAccount;
  @ApiProperty({ type: QueueDays, nullable: true, description: 'null: no statement was imported yet' })
  known: QueueDays | null;
  @ApiProperty({ type: [OpenRowResponse], description: '银行有、账上没有, the oldest first, at most 300' })
  rows: OpenRowResponse[];
  @ApiProperty({ type: OpenSums, description: 'of all of them' }) rowsInAll: OpenSums;
  @ApiProperty({ type: [OpenEntryResponse], description: '账上有、银行没有, the oldest first, at most 1000' })
  entries: OpenEntryResponse[];
  @ApiProperty({ type: OpenSums }) entriesInAll: OpenSums;
  @ApiProperty({ type: [OpenEntryResponse], description: 'entries before the first statement that are proposed' })
  earlier: OpenEntryResponse[];
  @ApiProperty({ type: [MatchProposal], description: 'those with more reasons first' }) proposals: MatchProposal[];
}

export class MatchRequest extends BankQuery {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  rows: string[];

  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  entries: string[];

  @ApiPropertyOptional({ description: 'why, of whoever matched by hand' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  note?: string;
}

export class MatchMadeResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
}

export class UndoMatchRequest {
  @ApiProperty({ example: '对错了' }) @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

/** 一键入账: where the money is, and where it came from or went. */
export class RowEntryRequest extends BasisRequest {
  @ApiProperty({ example: '4004:F5' }) @IsString() @MinLength(1) @MaxLength(120) counter: string;

  @ApiPropertyOptional({ example: '1002:F5', description: 'left out: the account of the statement' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  bank?: string;

  @ApiPropertyOptional({ description: 'left out: the day of the bank' }) @IsOptional() @IsDay() date?: string;

  @ApiPropertyOptional({ description: 'read by everybody; left out: what the bank wrote it was for' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  memo?: string;
}
