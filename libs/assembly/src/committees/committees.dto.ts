import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { documentOf, DocumentRequest } from '#libs/companies';
import { IsDay } from '#libs/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { NewCommittee } from './committees.service.js';
import { COMMITTEE_KINDS, type CommitteeKind } from '../domain/committee-words.js';

export class NewCommitteeRequest extends DocumentRequest {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID(undefined, { each: true })
  compoundIds: string[];

  @ApiProperty({ enum: COMMITTEE_KINDS })
  @IsIn(COMMITTEE_KINDS)
  kind: CommitteeKind;

  @ApiPropertyOptional({ description: 'left out: named after its compound' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 99 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(99)
  seats?: number;

  @ApiPropertyOptional({ minimum: 0, maximum: 99 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(99)
  members?: number;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  membersChangedOn?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  electedOn?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  lastActivityOn?: string;

  @ApiPropertyOptional({ format: 'date', description: 'the day on which a re-election group was filed' })
  @IsOptional()
  @IsDay()
  reelectionGroupOn?: string;

  static toNew(request: NewCommitteeRequest): NewCommittee {
    return {
      compoundIds: [...new Set(request.compoundIds)],
      kind: request.kind,
      name: request.name ?? null,
      seats: request.seats ?? null,
      members: request.members ?? null,
      membersChangedOn: request.membersChangedOn ?? null,
      electedOn: request.electedOn ?? null,
      lastActivityOn: request.lastActivityOn ?? null,
      reelectionGroupOn: request.reelectionGroupOn ?? null,
      document: documentOf(request),
      issuedOn: request.issuedOn ?? null,
      filedOn: request.filedOn ?? null,
      fileId: request.fileId ?? null,
    };
  }
}
