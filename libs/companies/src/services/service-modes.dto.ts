import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { serviceClaim } from '#libs/registry';
import { IsDay } from '#libs/platform';
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
} from 'class-validator';
import { normalizeCreditCode } from '../domain/credit-code.js';
import { SERVICE_MODES } from '../domain/services/service-mode-words.js';
import type { NewServiceMode } from './service-modes.service.js';

/** A paper that a person registers; its days and issuer are what makes it evidence. */
export class DocumentRequest {
  @ApiProperty({ example: '晋物备〔2026〕1号' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  documentNumber: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  issuingBody: string;

  @ApiProperty({ format: 'date' })
  @IsDay()
  from: string;

  @ApiPropertyOptional({ format: 'date', description: 'the last day; may stay open where the paper may' })
  @IsOptional()
  @IsDay()
  to?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  issuedOn?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsDay()
  filedOn?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'an uploaded scan of the paper' })
  @IsOptional()
  @IsUUID()
  fileId?: string;
}

/** The paper of a request as the rules take it. */
export function documentOf(request: DocumentRequest): NewServiceMode['document'] {
  const { documentNumber, issuingBody, from, to = null } = request;
  return { documentNumber, issuingBody, from, to };
}

export class NewServiceModeRequest extends DocumentRequest {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  compoundIds: string[];

  @ApiProperty({ enum: SERVICE_MODES })
  @IsIn(SERVICE_MODES)
  mode: (typeof SERVICE_MODES)[number];

  @ApiPropertyOptional({ description: 'who serves; a company that nobody knows yet is registered by this name' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  company?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(30)
  creditCode?: string;

  static toNew(request: NewServiceModeRequest): NewServiceMode {
    const { compoundIds, mode, company = null, creditCode, issuedOn = null, filedOn = null, fileId = null } = request;
    const document = documentOf(request);
    const code = creditCode === undefined ? null : normalizeCreditCode(creditCode);
    return {
      compoundIds: [...new Set(compoundIds)],
      mode,
      provider: company,
      providerClaim: serviceClaim(company),
      creditCode: code,
      document,
      issuedOn,
      filedOn,
      fileId,
    };
  }
}

/** A record that was registered or corrected. */
export class RecordedResponse {
  @ApiProperty({ format: 'uuid', description: 'record id; it stays the same through corrections' })
  id: string;
}
