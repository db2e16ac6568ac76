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
  @IsString({ message: '应为文字' })
  @MinLength(1, { message: '请填写文号' })
  @MaxLength(120, { message: '最多 120 字' })
  documentNumber: string;

  @ApiProperty()
  @IsString({ message: '应为文字' })
  @MinLength(1, { message: '请填写发文单位' })
  @MaxLength(120, { message: '最多 120 字' })
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
  @IsUUID(undefined, { message: '应为文件编号' })
  fileId?: string;
}

/** The paper of a request as the rules take it. */
export function documentOf(request: DocumentRequest): NewServiceMode['document'] {
  const { documentNumber, issuingBody, from, to = null } = request;
  return { documentNumber, issuingBody, from, to };
}

export class NewServiceModeRequest extends DocumentRequest {
  @ApiProperty({ type: [String], format: 'uuid' })
  @IsArray({ message: '应为小区编号的数组' })
  @ArrayMinSize(1, { message: '至少一个小区' })
  @ArrayMaxSize(500, { message: '最多 500 个小区' })
  @IsUUID(undefined, { each: true, message: '应为小区编号' })
  compoundIds: string[];

  @ApiProperty({ enum: SERVICE_MODES })
  @IsIn(SERVICE_MODES, { message: `应为 ${SERVICE_MODES.join('、')} 之一` })
  mode: (typeof SERVICE_MODES)[number];

  @ApiPropertyOptional({ description: 'who serves; a company that nobody knows yet is registered by this name' })
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MaxLength(200, { message: '最多 200 字' })
  company?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MaxLength(30, { message: '最多 30 位' })
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
