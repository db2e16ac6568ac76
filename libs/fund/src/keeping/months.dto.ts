import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import type { LedgerPeriodStep } from '#libs/ledger';
import { BookQuery } from '../books/books.dto.js';

export class MonthTurnRequest extends BookQuery {
  @ApiProperty({ example: '月末结账' }) @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

export class MonthClosingRequest extends MonthTurnRequest {
  @ApiProperty({ required: false, description: 'why it is closed although a bank reconciliation does not come out' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  differencesReason?: string;
}

/** 带差额结账: by how much an account did not come out. */
export class MonthDifference {
  @ApiProperty({ example: '1002' }) account: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: '16.00', description: 'the bank’s adjusted balance less that of the books' })
  difference: string;
}

export class MonthStep {
  @ApiProperty({ enum: ['closing', 'reopening'] }) step: 'closing' | 'reopening';
  @ApiProperty() reason: string;
  @ApiProperty({ type: [MonthDifference], nullable: true, description: 'closed although these did not come out' })
  differences: MonthDifference[] | null;
  @ApiProperty({ type: String, nullable: true }) differencesReason: string | null;
  @ApiProperty() at: string;
  @ApiProperty() byName: string;
}

/** A month that was closed at least once, and everything that happened to it, the latest first. */
export class FundMonth {
  @ApiProperty({ example: '2026-10' }) month: string;
  @ApiProperty() isClosed: boolean;
  @ApiProperty({ type: [MonthStep] }) steps: MonthStep[];
}

export class FundMonthsResponse {
  @ApiProperty({ type: [FundMonth], description: 'the latest first' }) items: FundMonth[];

  static from(trail: readonly LedgerPeriodStep[]): FundMonthsResponse {
    const months = new Map<string, MonthStep[]>();
    for (const { month, step, reason, differences, differencesReason, at, byName } of trail) {
      const steps = months.get(month.slice(0, 7)) ?? [];
      const unreconciled = { differences: differences && [...differences], differencesReason };
      months.set(month.slice(0, 7), [...steps, { step, reason, ...unreconciled, at: at.toISOString(), byName }]);
    }
    return {
      items: [...months].map(([month, steps]) => ({ month, isClosed: steps[0]?.step === 'closing', steps })),
    };
  }
}
