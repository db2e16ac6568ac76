import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsInstant, problemOf, type Language } from '#libs/platform';
import { OUTCOMES, RECIPIENTS } from './delivery.dto.js';
import type { ReminderScope } from './reminders.service.js';
import { SWEEP_REMARKS, type DoorResult, type TakenResult } from './sweeps.service.js';

export class DoorResultRequest {
  @ApiProperty({ description: 'the same in every try to send it' })
  @IsString()
  @MinLength(8)
  @MaxLength(100)
  key: string;

  @ApiProperty({ format: 'uuid' }) @IsUUID() partyId: string;
  @ApiProperty({ enum: OUTCOMES }) @IsIn(OUTCOMES) outcome: (typeof OUTCOMES)[number];
  @ApiProperty({ enum: RECIPIENTS }) @IsIn(RECIPIENTS) recipient: (typeof RECIPIENTS)[number];
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(500) note?: string;
  @ApiProperty({ format: 'date-time', description: 'when it happened, by the phone' }) @IsInstant() at: string;
}

export class SweepRequest {
  @ApiProperty({ type: [DoorResultRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => DoorResultRequest)
  results: DoorResultRequest[];

  static toResults({ results }: SweepRequest): DoorResult[] {
    return results.map(({ note, at, ...told }) => ({ ...told, note: note ?? null, at: new Date(at) }));
  }
}

export class TakenResultResponse {
  @ApiProperty() key: string;
  @ApiProperty({ enum: ['recorded', 'known', 'refused'], description: 'known: it had arrived before' }) state: string;
  @ApiProperty({ type: String, nullable: true }) code: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'why it was refused, and what to do' })
  sentence: string | null;
  @ApiProperty({ enum: SWEEP_REMARKS, isArray: true, description: 'what others did meanwhile' }) remarks: string[];

  static from({ key, state, fault, remarks }: TakenResult, language: Language): TakenResultResponse {
    const sentence = fault && problemOf(fault, language).detail;
    return { key, state, code: fault?.code ?? null, sentence, remarks: [...remarks] };
  }
}

export class TakenResultsResponse {
  @ApiProperty({ type: [TakenResultResponse] }) items: TakenResultResponse[];
}

export class SweepLineResponse {
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty() doors: number;
  @ApiProperty({ description: 'doors with an attempt' }) tried: number;
  @ApiProperty({ description: 'doors where it was handed over' }) reached: number;
  @ApiProperty() voted: number;
}

export class SweepLinesResponse {
  @ApiProperty({ type: [SweepLineResponse] }) items: SweepLineResponse[];
}

export class ReminderRequest {
  @ApiPropertyOptional() @IsOptional() @IsString() @MinLength(1) @MaxLength(40) building?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MinLength(1) @MaxLength(40) stairway?: string;

  static toScope({ building, stairway }: ReminderRequest): ReminderScope {
    return { building: building ?? null, stairway: stairway ?? null };
  }
}

export class RemindedResponse {
  @ApiProperty({ description: 'parties' }) reminded: number;
  @ApiProperty() messages: number;
  @ApiProperty({ description: 'parties that were reminded within the days' }) tooSoon: number;
  @ApiProperty({ type: [String], description: 'parties without a phone: for the door' }) withoutPhone: string[];
}
