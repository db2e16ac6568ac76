import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { DomainError } from '#libs/kernel';
import { amountOf, type LedgerBook, type NewEntry, type NewLine, type PostedEntry } from '#libs/ledger';
import { IsDay } from '#libs/platform';
import { BasisRequest } from './basis.dto.js';
import { isPlainEntry } from './plain-entry.js';

const BOOK = `name or id of the book, or common-revenue: or maintenance-fund: and the id of a compound; left out: the
city’s Beautiful Home fund`.replace('\n', ' ');

export class EntryLineRequest {
  @ApiProperty({ example: '1002:F5' }) @IsString() @MinLength(1) @MaxLength(120) account: string;

  @ApiProperty({ example: '-100.00', description: 'decimal text; positive is debit' })
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  amount: string;

  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(200) memo?: string;
}

/** 一笔分录: lines that sum to zero, also within each restriction. */
export class EntryRequest extends BasisRequest {
  @ApiPropertyOptional({ description: BOOK }) @IsOptional() @IsString() @MinLength(1) @MaxLength(120) book?: string;
  @ApiProperty({ example: '2026-11-23' }) @IsDay() date: string;
  @ApiProperty({ example: '收到社会捐赠' }) @IsString() @MinLength(1) @MaxLength(500) memo: string;

  @ApiProperty({ type: [EntryLineRequest] })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => EntryLineRequest)
  lines: EntryLineRequest[];

  static isRight(body: unknown): boolean {
    return isPlainEntry(body);
  }

  /** @throws DomainError `ledger.amount-invalid` */
  static toNew(request: EntryRequest, { decimals }: Pick<LedgerBook, 'decimals'>, key: string): NewEntry {
    const { date, memo, basisKind = null, basis = null, hold = null, lines } = request;
    return { day: date, memo, basisKind, basis, holdId: hold, key, lines: lines.map((line) => lineOf(line, decimals)) };
  }
}

function lineOf({ account, amount, memo = '' }: EntryLineRequest, decimals: number): NewLine {
  const units = amountOf(amount, decimals);
  if (units === null) throw new DomainError('ledger.amount-invalid', { amount, decimals });
  return { account, amount: units, memo: memo === '' ? null : memo };
}

export class ReversalRequest {
  @ApiPropertyOptional({ description: 'left out: today' }) @IsOptional() @IsDay() date?: string;
  @ApiProperty({ example: '金额有误' }) @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

export class PostedEntryResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) book: string;
  @ApiProperty({ description: 'one after the other within the book' }) number: string;
  @ApiProperty({ description: 'by the clock of the database' }) recordedAt: string;

  static from({ id, number, recordedAt }: PostedEntry, book: Pick<LedgerBook, 'id'>): PostedEntryResponse {
    return { id, book: book.id, number, recordedAt };
  }
}
