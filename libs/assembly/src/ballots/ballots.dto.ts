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
import { refuseField } from '#libs/platform';
import { CAPACITIES, type Capacity } from '../domain/assembly/casting.js';
import type { NewBallot, Receipt } from './casting.service.js';
import { isPlainBallot } from './plain-ballot.js';
import { shortCode } from './receipts.js';

export class AnswerRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() motion: string;

  @ApiProperty({ type: [String], example: ['for'], description: 'what is ticked: one choice, or candidates' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  ticked: string[];

  /** @throws DomainError `request.invalid` for a motion that is answered twice */
  static toAnswers(answers: readonly AnswerRequest[]): Readonly<Record<string, readonly string[]>> {
    const said = new Map(answers.map(({ motion, ticked }) => [motion, ticked]));
    if (said.size !== answers.length) throw refuseField('answers', 'arrayMaxSize', said.size);
    return Object.fromEntries(said);
  }
}

/** A ballot cast at the organisers' desk, for an owner who is there. */
export class BallotRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() partyId: string;
  @ApiPropertyOptional({ enum: CAPACITIES, default: 'owner' }) @IsOptional() @IsIn(CAPACITIES) capacity?: Capacity;
  @ApiProperty({ description: 'who stands at the desk' }) @IsString() @MinLength(2) @MaxLength(60) castBy: string;
  @ApiProperty({ description: 'who watches' }) @IsString() @MinLength(2) @MaxLength(60) witness: string;

  @ApiPropertyOptional({ description: 'the paper by which somebody else than the owner casts' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(200)
  basis?: string;

  @ApiProperty({ type: [AnswerRequest], description: 'every motion is answered' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AnswerRequest)
  answers: AnswerRequest[];

  static isRight(body: unknown): boolean {
    return isPlainBallot(body);
  }

  static toNew({ partyId, capacity, castBy, witness, basis, answers }: BallotRequest): NewBallot {
    return {
      ...{ partyId, castBy, witness, channel: 'desk' },
      capacity: capacity ?? 'owner',
      basis: basis ?? null,
      answers: AnswerRequest.toAnswers(answers),
    };
  }
}

export class BallotReceiptResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'by the clock of the database' }) castAt: string;
  @ApiProperty({ example: '9F2C-0A71-B3DE' }) code: string;
  @ApiProperty({ description: 'SHA-256 commitment that will stand on the board' }) receipt: string;
  @ApiProperty({ description: 'base64; with it and the text anybody makes the receipt again' }) salt: string;
  @ApiProperty({ description: 'what the ballot says, as it is sealed' }) text: string;

  static from({ id, castAt, receipt, salt, text }: Receipt): BallotReceiptResponse {
    return { id, castAt, code: shortCode(receipt), receipt, salt, text };
  }
}
