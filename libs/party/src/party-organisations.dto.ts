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

const COUNT = { message: '应为 0–10000 的整数' };

export class NewPartyOrganisationRequest extends DocumentRequest {
  @ApiProperty({ enum: PARTY_SUBJECT_KINDS })
  @IsIn(PARTY_SUBJECT_KINDS, { message: `应为 ${PARTY_SUBJECT_KINDS.join('、')} 之一` })
  subjectKind: PartySubjectKind;

  @ApiProperty({ format: 'uuid', description: 'record id of the committee, or id of the company' })
  @IsUUID(undefined, { message: '应为业委会（物管会）或企业的编号' })
  subjectId: string;

  @ApiProperty({ enum: PARTY_ORGANISATION_KINDS })
  @IsIn(PARTY_ORGANISATION_KINDS, { message: `应为 ${PARTY_ORGANISATION_KINDS.join('、')} 之一` })
  kind: PartyOrganisationKind;

  @ApiPropertyOptional({ description: 'left out: named after its subject' })
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MaxLength(200, { message: '最多 200 字' })
  name?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MaxLength(60, { message: '最多 60 字' })
  secretary?: string;

  @ApiPropertyOptional({ minimum: 0, maximum: 10000 })
  @IsOptional()
  @IsInt(COUNT)
  @Min(0, COUNT)
  @Max(10000, COUNT)
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
