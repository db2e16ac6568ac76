import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsDay, PageQuery } from '#libs/platform';

export class FreezeRequest {
  @ApiProperty({ description: 'why a version is made, above all a correction' })
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;
}

export class FrozenResponse {
  @ApiProperty() version: number;
}

export class RollQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(40) building?: string;
  @ApiPropertyOptional({ description: 'part of a unit’s name' }) @IsOptional() @IsString() @MaxLength(40) unit?: string;
}

export class RollEntryResponse {
  @ApiProperty({ format: 'uuid' }) party: string;
  @ApiProperty({ example: '1-2-301', description: 'its units; a roll shows no name' }) label: string;
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty({ enum: ['owner', 'co-owners', 'developer', 'unknown'] }) kind: string;
  @ApiProperty() heads: number;
  @ApiProperty({ description: 'integer of 0.01 m²' }) weight: string;
  @ApiProperty({ type: [String] }) doubts: string[];
}

export class RollResponse {
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date' }) frozenOn: string;
  @ApiProperty() reason: string;
  @ApiProperty() parties: number;
  @ApiProperty() heads: number;
  @ApiProperty({ description: 'integer of 0.01 m²' }) weight: string;
  @ApiProperty({ description: 'SHA-256 over who counts, and how much' }) rollHash: string;
  @ApiProperty({ description: 'how many versions there are' }) versions: number;
  @ApiProperty({ type: [RollEntryResponse] }) items: RollEntryResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class SuccessionRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() partyId: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(120) successor: string;
  @ApiProperty({ format: 'date' }) @IsDay() on: string;
  @ApiProperty({ description: 'the paper that shows it' }) @IsString() @MinLength(2) @MaxLength(200) document: string;
}

export class ObjectionRequest {
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(120) objector: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(2000) content: string;
}

const OUTCOMES = ['upheld', 'dismissed'] as const;

export class ObjectionAnswerRequest {
  @ApiProperty({ enum: OUTCOMES }) @IsIn(OUTCOMES) outcome: (typeof OUTCOMES)[number];
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(2000) content: string;
}

export class ObjectionAnswerResponse {
  @ApiProperty({ enum: OUTCOMES }) outcome: string;
  @ApiProperty() content: string;
  @ApiProperty({ format: 'date' }) onDay: string;
}

export class ObjectionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['roll', 'result'] }) kind: string;
  @ApiProperty() objector: string;
  @ApiProperty() content: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ type: ObjectionAnswerResponse, nullable: true }) answer: ObjectionAnswerResponse | null;
}

/** The same at the desk: whose account it was is masked, and leads to the owners that may be revealed. */
export class DeskObjectionResponse extends ObjectionResponse {
  @ApiProperty({ type: [String], format: 'uuid', description: 'owners of the register behind the account' })
  ownerIds: string[];
}

export class ObjectionsResponse {
  @ApiProperty({ type: [DeskObjectionResponse] }) items: DeskObjectionResponse[];
}
