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
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsDay } from '#libs/platform';
import type { Instrument } from '../domain/delegation/delegation-plan.js';
import type { NewBatch } from './delegation-batches.service.js';
import { ReadinessRequest } from './delegations.dto.js';

export class BatchRequest {
  @ApiProperty({ type: [String], example: ['WY-04', 'WY-12'] })
  @IsArray({ message: '应为权限代码的数组' })
  @ArrayMinSize(1, { message: '至少一项权限' })
  @ArrayMaxSize(21, { message: '最多 21 项权限' })
  @Matches(/^WY-\d{2}$/, { each: true, message: '应为 WY-01 至 WY-21' })
  powers: string[];

  @ApiProperty({ example: '1405' })
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, { message: '应为 2、4、6、9 或 12 位区划代码' })
  from: string;

  @ApiProperty({ type: [String], example: ['140502001'] })
  @IsArray({ message: '应为区划代码的数组' })
  @ArrayMinSize(1, { message: '至少一个机关' })
  @ArrayMaxSize(500, { message: '最多 500 个机关' })
  @MaxLength(18, { each: true, message: '应为 2、4、6、9 或 12 位区划代码' })
  to: string[];

  @ApiProperty({ format: 'date' }) @IsDay() effectiveFrom: string;
  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() effectiveTo?: string;

  @ApiProperty()
  @IsString({ message: '应为文字' })
  @MinLength(1, { message: '请填写授权文号' })
  @MaxLength(120, { message: '最多 120 字' })
  documentNumber: string;

  @ApiProperty({ enum: ['province', 'city', 'county'] })
  @IsIn(['province', 'city', 'county'], { message: '应为 province、city 或 county' })
  issuedBy: Instrument['issuedBy'];

  @ApiPropertyOptional({ format: 'date' }) @IsOptional() @IsDay() publishedOn?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: '应为文件编号' })
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
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, { message: '应为 2、4、6、9 或 12 位区划代码' })
  office: string;

  @ApiProperty({ description: 'what is ready to carry the powers' })
  @ValidateNested()
  @Type(() => ReadinessRequest)
  readiness: ReadinessRequest;
}

export class AcceptedResponse {
  @ApiProperty() accepted: number;
}
