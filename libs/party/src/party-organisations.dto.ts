import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { documentOf, DocumentRequest } from '#libs/companies';
import { IsDay } from '#libs/platform';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import {
  PARTY_ORGANISATION_KINDS,
  PARTY_SUBJECT_KINDS,
  type PartyOrganisationKind,
  type PartySubjectKind,
} from './domain/party-words.js';
import type { NewPartyOrganisation } from './party-organisations.service.js';

export class NewPartyOrganisationRequest extends DocumentRequest {
  @ApiProperty({ enum: PARTY_SUBJECT_KINDS })
  @IsIn(PARTY_SUBJECT_KINDS)
  subjectKind: PartySubjectKind;

  @ApiProperty({ format: 'uuid', description: 'record id of the committee, or id of the company' })
  @IsUUID()
  subjectId: string;

  @ApiProperty({ enum: PARTY_ORGANISATION_KINDS })
  @IsIn(PARTY_ORGANISATION_KINDS)
  kind: PartyOrganisationKind;

  @ApiPropertyOptional({ description: 'left out: named after its subject' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  secretary?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 10000 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10000)
  memberCount?: number;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  approvedOn?: string;

  static toNew(request: NewPartyOrganisationRequest): NewPartyOrganisation {
    return {
      subjectKind: request.subjectKind,
      subjectId: request.subjectId,
      kind: request.kind,
      name: request.name ?? null,
      secretary: request.secretary ?? null,
      memberCount: request.memberCount ?? null,
      document: documentOf(request),
      approvedOn: request.approvedOn ?? request.issuedOn ?? null,
      fileId: request.fileId ?? null,
    };
  }
}
