import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { IsDay, PageQuery } from '#libs/platform';
import { LEGAL_MODES } from '../domain/catalogue/power.js';
import type { Instrument } from '../domain/delegation/delegation-plan.js';
import type { Ending, NewDelegation } from './delegations.service.js';

const CODE = { message: '应为 2、4、6、9 或 12 位区划代码' };
const STANDINGS = ['pending', 'held', 'over', 'ended'] as const;

export class NewDelegationRequest {
  @ApiProperty({ example: 'WY-04' })
  @Matches(/^WY-\d{2}$/, { message: '应为 WY-01 至 WY-21' })
  power: string;

  @ApiProperty({ example: '1405', description: 'code of the area whose office hands it down' })
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, CODE)
  from: string;

  @ApiProperty({ example: '140502001' })
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, CODE)
  to: string;

  @ApiPropertyOptional({ description: 'subtree in which it holds; left out, the whole area of the receiver' })
  @IsOptional()
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, CODE)
  area?: string;

  @ApiProperty({ format: 'date' }) @IsDay() effectiveFrom: string;

  @ApiPropertyOptional({ format: 'date', description: 'the last day; left out, it stays open' })
  @IsOptional()
  @IsDay()
  effectiveTo?: string;

  @ApiPropertyOptional({ description: 'largest amount of a single act, in fen', example: '5000000' })
  @IsOptional()
  @Matches(/^\d{1,15}$/, { message: '应为以分计的整数金额' })
  amountLimitFen?: string;

  @ApiProperty({ description: 'number of the paper that hands it down' })
  @IsString({ message: '应为文字' })
  @MinLength(1, { message: '请填写授权文号' })
  @MaxLength(120, { message: '最多 120 字' })
  documentNumber: string;

  @ApiProperty({ enum: ['province', 'city', 'county'], description: 'whose decision the paper is' })
  @IsIn(['province', 'city', 'county'], { message: '应为 province、city 或 county' })
  issuedBy: Instrument['issuedBy'];

  @ApiPropertyOptional({ format: 'date', description: 'day of publication, where the law asks for one' })
  @IsOptional()
  @IsDay()
  publishedOn?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID(undefined, { message: '应为文件编号' })
  fileId?: string;

  static toNew(request: NewDelegationRequest): NewDelegation {
    const { power, from, to, effectiveFrom, documentNumber, issuedBy } = request;
    return {
      ...{ power, from, to, effectiveFrom },
      area: request.area ?? null,
      effectiveTo: request.effectiveTo ?? null,
      amountLimitFen: request.amountLimitFen ?? null,
      instrument: { documentNumber, issuedBy, publishedOn: request.publishedOn ?? null },
      fileId: request.fileId ?? null,
    };
  }
}

export class ReadinessRequest {
  @ApiProperty() @IsBoolean({ message: '应为 true 或 false' }) staff: boolean;
  @ApiProperty() @IsBoolean({ message: '应为 true 或 false' }) training: boolean;
  @ApiProperty() @IsBoolean({ message: '应为 true 或 false' }) seal: boolean;
  @ApiProperty() @IsBoolean({ message: '应为 true 或 false' }) budget: boolean;
}

export class AcceptanceRequest {
  @ApiProperty({ description: 'what is ready to carry the power' })
  @ValidateNested()
  @Type(() => ReadinessRequest)
  readiness: ReadinessRequest;
}

export class EndingRequest {
  @ApiProperty()
  @IsString({ message: '应为文字' })
  @MinLength(2, { message: '请写明原因' })
  @MaxLength(500, { message: '最多 500 字' })
  reason: string;

  @ApiPropertyOptional({ description: 'number of the paper' })
  @IsOptional()
  @IsString({ message: '应为文字' })
  @MaxLength(120, { message: '最多 120 字' })
  documentNumber?: string;

  static toEnding(kind: Ending['kind'], { reason, documentNumber }: EndingRequest): Ending {
    return { kind, reason, documentNumber: documentNumber ?? null };
  }
}

export class DelegationsQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'WY-04' })
  @IsOptional()
  @Matches(/^WY-\d{2}$/, { message: '应为 WY-01 至 WY-21' })
  power?: string;

  @ApiPropertyOptional({ description: 'code of an area: delegations to it and to bodies below it' })
  @IsOptional()
  @IsString({ message: '应为区划代码' })
  @MaxLength(18, CODE)
  area?: string;
}

export class BodyResponse {
  @ApiProperty({ example: '140502001' }) code: string;
  @ApiProperty({ example: '东街街道办事处' }) name: string;
}

export class DelegationResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() power: string;
  @ApiProperty() from: BodyResponse;
  @ApiProperty() to: BodyResponse;
  @ApiProperty({ description: 'the subtree in which it holds' }) area: BodyResponse;
  @ApiProperty({ format: 'date' }) effectiveFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) effectiveTo: string | null;
  @ApiProperty({ enum: LEGAL_MODES }) legalMode: string;
  @ApiProperty({ type: String, nullable: true }) amountLimitFen: string | null;
  @ApiProperty() documentNumber: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) acceptedAt: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) endReason: string | null;
  @ApiProperty({ type: [String], nullable: true, description: 'what the receiver lacked when it accepted' })
  missing: string[] | null;
  @ApiProperty({ enum: STANDINGS, description: 'as of today' }) standing: (typeof STANDINGS)[number];
}

export class DelegationsResponse {
  @ApiProperty({ type: [DelegationResponse] }) items: DelegationResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}
