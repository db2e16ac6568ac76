import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, IsUUID, Matches, ValidateNested } from 'class-validator';
import { said } from '#libs/platform';
import { AnswerRequest } from '../ballots/ballots.dto.js';
import type { KeyedSlip } from '../domain/assembly/keying.js';
import type { ShownBatch } from './batches.service.js';

const NUMBER = [/^\d{5,9}$/, said('应为纸票编号', 'must be the number of a slip')] as const;

export class IssueSlipsRequest {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  partyIds: string[];
}

export class ReturnSlipsRequest {
  @ApiProperty({ type: [String], example: ['00001'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsString({ each: true })
  slips: string[];
}

export class SlipResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '00001' }) number: string;
  @ApiProperty({ format: 'uuid' }) party: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: String, format: 'date-time' }) issuedAt: Date;
  @ApiProperty({ enum: ['out', 'returned', 'keyed', 'voided'] }) state: string;
  @ApiProperty({ description: 'one of two has voided it' }) isVoidAsked: boolean;
}

export class SlipsResponse {
  @ApiProperty({ type: [SlipResponse] }) items: SlipResponse[];
}

export class KeyedSlipRequest {
  @ApiProperty({ example: '00001' }) @Matches(...NUMBER) slip: string;

  @ApiProperty({ type: [AnswerRequest], description: 'a slip that is not valid says `invalid` on each motion' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => AnswerRequest)
  answers: AnswerRequest[];
}

export class KeyingRequest {
  @ApiProperty({ type: [KeyedSlipRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => KeyedSlipRequest)
  entries: KeyedSlipRequest[];

  static toEntries({ entries }: KeyingRequest): KeyedSlip[] {
    return entries.map(({ slip, answers }) => ({ slip, answers: AnswerRequest.toAnswers(answers) }));
  }
}

export class NewBatchRequest extends KeyingRequest {
  @ApiProperty({ format: 'uuid', description: 'the images of the slips, from POST /files' }) @IsUUID() fileId: string;
}

export class KeyingDifferenceResponse {
  @ApiProperty() slip: string;
  @ApiProperty({ type: String, nullable: true }) motionId: string | null;
  @ApiProperty({ type: [String], nullable: true }) first: string[] | null;
  @ApiProperty({ type: [String], nullable: true }) second: string[] | null;
}

export class RefusedSlipResponse {
  @ApiProperty() slip: string;
  @ApiProperty({ example: 'ballot.paper-after-electronic' }) code: string;
}

/** One line of the list of batches; what was read stays in the batch itself. */
export class PaperBatchLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: String, format: 'date-time' }) openedAt: Date;
  @ApiProperty({ type: [String] }) keyedBy: string[];
  @ApiProperty() slips: number;
  @ApiProperty({ enum: ['keyed-once', 'differs', 'cast'] }) state: string;

  static from({ id, openedAt, keyedBy, slips, state }: ShownBatch): PaperBatchLine {
    return { id, openedAt, keyedBy: [...keyedBy], slips, state };
  }
}

export class PaperBatchesResponse {
  @ApiProperty({ type: [PaperBatchLine] }) items: PaperBatchLine[];
}

export class PaperBatchResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) fileId: string;
  @ApiProperty({ type: String, format: 'date-time' }) openedAt: Date;
  @ApiProperty({ type: [String] }) keyedBy: string[];
  @ApiProperty() slips: number;
  @ApiProperty({ type: [KeyingDifferenceResponse] }) differences: KeyingDifferenceResponse[];
  @ApiProperty({ enum: ['keyed-once', 'differs', 'cast'] }) state: string;
  @ApiProperty({ type: [RefusedSlipResponse], description: 'slips that became no ballot' })
  refused: RefusedSlipResponse[];

  static from({ keyedBy, differences, refused, ...batch }: ShownBatch): PaperBatchResponse {
    return {
      ...batch,
      keyedBy: [...keyedBy],
      refused: [...refused],
      differences: differences.map(({ first, second, ...where }) => ({
        ...where,
        first: first && [...first],
        second: second && [...second],
      })),
    };
  }
}
