import { ApiProperty } from '@nestjs/swagger';
import { CORRECTION_STATES } from '../domain/disclosure/corrections.js';

export class StatementDifference {
  @ApiProperty({ enum: ['total', 'source', 'use', 'position'] }) part: string;
  @ApiProperty({ example: 'F5', description: 'empty: of the whole statement' }) code: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['opening', 'received', 'used', 'closing'] }) figure: string;
  @ApiProperty({ description: 'as it was published' }) from: string;
  @ApiProperty({ description: 'as it was told afterwards' }) to: string;
}

/** An entry that was posted into the period, or before it, after it was published. */
export class CorrectingEntry {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: '凭证号' }) number: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty({ format: 'date' }) recordedOn: string;
  @ApiProperty({ description: 'what the entry says, of a reversal the reason' }) why: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the entry that it reverses' })
  reverses: string | null;
}

/** By when a correction is published, and whether it was. */
export class CorrectionDuty {
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ enum: CORRECTION_STATES }) state: string;
}

/** 更正说明: what changed after a publication, from what to what, why, and by which entries. */
export class PublicCorrection extends CorrectionDuty {
  @ApiProperty({ format: 'uuid', description: 'the publication that told it otherwise' }) publicationId: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'the next one, which tells it as it is' })
  correctedBy: string | null;

  @ApiProperty({ type: [StatementDifference] }) differences: StatementDifference[];
  @ApiProperty({ type: [CorrectingEntry], description: 'the first hundred' }) entries: CorrectingEntry[];
  @ApiProperty({ description: 'how many there are' }) entryCount: number;
}
