import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { said } from '#libs/platform';
import type { SlipChoice } from './papers.queries.js';

/** What of a request tells how this installation is reached. */
export interface Asked {
  readonly protocol: string;
  readonly host: string;
}

export const originOf = ({ protocol, host }: Asked): string => `${protocol}://${host}`;

/** The file is named by the page that offers it, after the vote; without one by its address. */
export function pdfOf(content: Buffer | Readable): StreamableFile {
  const told = { type: 'application/pdf', disposition: 'attachment' };
  return Buffer.isBuffer(content) ? new StreamableFile(content, told) : new StreamableFile(content, told);
}

export class BallotsPrintQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) building?: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) stairway?: string;

  @ApiPropertyOptional({ example: '00001,00002', description: 'numbers of slips; left out: all that are out' })
  @IsOptional()
  @Matches(/^\d{5,9}(,\d{5,9}){0,499}$/, said('应为纸票编号，用逗号隔开', 'must be numbers of slips, with commas'))
  slips?: string;

  static toChoice({ building, stairway, slips }: BallotsPrintQuery): SlipChoice {
    return { building: building ?? null, stairway: stairway ?? null, slips: slips?.split(',') ?? null };
  }
}
