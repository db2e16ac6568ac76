import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import { fenOf } from '../../domain/fen.js';
import type { NewInterest } from './interest.service.js';

/** 利息分户. */
export class MaintenanceInterestRequest {
  @ApiProperty({ format: 'date', description: 'first day of the period' }) @IsDay() from: string;
  @ApiProperty({ format: 'date', description: 'its last day' }) @IsDay() to: string;

  @ApiProperty({ example: '123.45', description: 'credited by the bank, and posted to 4201' })
  @IsString()
  @MaxLength(20)
  amount: string;

  static toNew({ from, to, amount }: MaintenanceInterestRequest, key: string): NewInterest {
    return { from, to, amount: fenOf(amount), key };
  }
}

export class AllottedInterestResponse {
  @ApiProperty({ format: 'uuid' }) entryId: string;
  @ApiProperty({ description: '凭证号' }) number: string;
  @ApiProperty({ description: 'how many homes got something' }) homes: number;
}
