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
import { IsDay } from '#libs/platform';
import { IsPowerCode } from '../catalogue/is-power-code.js';
import type { Instrument } from '../domain/delegation/delegation-plan.js';
import type { NewBatch } from './delegation-batches.service.js';
import { ReadinessRequest } from './delegations.dto.js';

export class BatchRequest {
  @ApiProperty({ type: [String], example: ['WY-04', 'WY-12'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(21)
  @IsPowerCode({ each: true })
  powers: string[];

  @ApiProperty({ example: '1405' })
  @IsString()
  @MaxLength(18)
  from: string;

  @ApiProperty({ type: [String], example: ['140502001'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @MaxLength(18, { each: true })
  to: string[];

  @ApiProperty({ format: 'date' }) @IsDay() effectiveFrom: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() effectiveTo?: string;

  @ApiProperty()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  documentNumber: string;

  @ApiProperty({ enum: ['province', 'city', 'county'] })
  @IsIn(['province', 'city', 'county'])
  issuedBy: Instrument['issuedBy'];

  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() publishedOn?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  fileId?: string;

  static toNew(request: BatchRequest): NewBatch {
    const { powers, from, to, effectiveFrom, effectiveTo, documentNumber, issuedBy, publishedOn, fileId } = request;
    return {
      ...{ powers, from, to, effectiveFrom },
      effectiveTo: effectiveTo ?? null,
      instrument: { documentNumber, issuedBy, publishedOn: publishedOn ?? null },
      fileId: fileId ?? null,
    };
  }
}

export class RefusedPairResponse {
  @ApiProperty({ example: 'WY-21' }) power: string;
  @ApiProperty({ example: '140502001' }) to: string;
  @ApiProperty({ example: 'delegation.penalty-without-province' }) code: string;
}

export class BatchResponse {
  @ApiProperty({ description: 'how many were granted' }) granted: number;
  @ApiProperty({ type: [RefusedPairResponse] }) refused: RefusedPairResponse[];
}

export class AcceptAllRequest {
  @ApiProperty({ example: '140502001', description: 'the office that signs' })
  @IsString()
  @MaxLength(18)
  office: string;

  @ApiProperty({ description: 'what is ready to carry the powers' })
  @ValidateNested()
  @Type(() => ReadinessRequest)
  readiness: ReadinessRequest;
}

export class AcceptedResponse {
  @ApiProperty() accepted: number;
}
