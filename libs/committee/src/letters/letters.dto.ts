import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import type { LetterDirection } from '../domain/letters.js';

const DIRECTIONS = ['in', 'out'] as const;
const STATES = ['filed', 'waiting', 'overdue', 'answered'] as const;

export class LetterRequest {
  @ApiProperty({ enum: DIRECTIONS }) @IsIn(DIRECTIONS) direction: LetterDirection;
  @ApiProperty({ description: 'from whom, or to whom' }) @IsString() @MinLength(2) @MaxLength(120) counterpart: string;

  @ApiPropertyOptional({ description: 'the number that it came with' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  theirNumber?: string;

  @ApiProperty() @IsString() @MinLength(2) @MaxLength(300) subject: string;
  @ApiProperty({ format: 'date' }) @IsDay() onDay: string;

  @ApiPropertyOptional({ default: false, description: 'of a letter in' })
  @IsOptional()
  @IsBoolean()
  needsAnswer?: boolean;

  @ApiPropertyOptional({ format: 'date', description: 'the day that it asks for; else as the rule has it' })
  @IsOptional()
  @IsDay()
  answerBy?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'of a letter out: the one that it answers' })
  @IsOptional()
  @IsUUID()
  answersId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'its scan' }) @IsOptional() @IsUUID() fileId?: string;
}

export class LetterRecordedResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '收〔2026〕3号' }) number: string;
}

export class LetterResponse extends LetterRecordedResponse {
  @ApiProperty({ enum: DIRECTIONS }) direction: string;
  @ApiProperty({ type: String, nullable: true }) theirNumber: string | null;
  @ApiProperty() counterpart: string;
  @ApiProperty() subject: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) answerBy: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) answeredOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'number of the letter that it answers' })
  answers: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) fileId: string | null;
  @ApiProperty({ enum: STATES }) state: string;
}

export class LettersResponse {
  @ApiProperty({ type: [LetterResponse] }) items: LetterResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
