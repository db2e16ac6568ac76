import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { IdPageQuery, IsDay, IsFen } from '#libs/platform';
import { IsPowerCode } from '../catalogue/is-power-code.js';
import { LEGAL_MODES } from '../domain/catalogue/power.js';
import type { Instrument } from '../domain/delegation/delegation-plan.js';
import type { Ending, NewDelegation } from './delegations.service.js';

const STANDINGS = ['pending', 'held', 'over', 'ended'] as const;

export class NewDelegationRequest {
  @ApiProperty({ example: 'WY-04' })
  @IsPowerCode()
  power: string;

  @ApiProperty({ example: '1405', description: 'code of the area whose office hands it down' })
  @IsString()
  @MaxLength(18)
  from: string;

  @ApiProperty({ example: '140502001' })
  @IsString()
  @MaxLength(18)
  to: string;

  @ApiPropertyOptional({ description: 'subtree in which it holds; left out, the whole area of the receiver' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
  area?: string;

  @ApiProperty({ format: 'date' }) @IsDay() effectiveFrom: string;

  @ApiPropertyOptional({ format: 'date', description: 'the last day; left out, it stays open' })
  @IsOptional()
  @IsDay()
  effectiveTo?: string;

  @ApiPropertyOptional({ description: 'largest amount of a single act, in fen', example: '5000000' })
  @IsOptional()
  @IsFen()
  amountLimitFen?: string;

  @ApiProperty({ description: 'number of the paper that hands it down' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  documentNumber: string;

  @ApiProperty({ enum: ['province', 'city', 'county'], description: 'whose decision the paper is' })
  @IsIn(['province', 'city', 'county'])
  issuedBy: Instrument['issuedBy'];

  @ApiPropertyOptional({ format: 'date', description: 'day of publication, where the law asks for one' })
  @IsOptional()
  @IsDay()
  publishedOn?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
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
  @ApiProperty() @IsBoolean() staff: boolean;
  @ApiProperty() @IsBoolean() training: boolean;
  @ApiProperty() @IsBoolean() seal: boolean;
  @ApiProperty() @IsBoolean() budget: boolean;
}

export class AcceptanceRequest {
  @ApiProperty({ description: 'what is ready to carry the power' })
  @ValidateNested()
  @Type(() => ReadinessRequest)
  readiness: ReadinessRequest;
}

export class EndingRequest {
  @ApiProperty()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason: string;

  @ApiPropertyOptional({ description: 'number of the paper' })
  @IsOptional()
  @IsString()
  @MaxLength(120)
  documentNumber?: string;

  static toEnding(kind: Ending['kind'], { reason, documentNumber }: EndingRequest): Ending {
    return { kind, reason, documentNumber: documentNumber ?? null };
  }
}

export class DelegationsQuery extends IdPageQuery {
  @ApiPropertyOptional({ example: 'WY-04' })
  @IsOptional()
  @IsPowerCode()
  power?: string;

  @ApiPropertyOptional({ description: 'code of an area: delegations to it and to bodies below it' })
  @IsOptional()
  @IsString()
  @MaxLength(18)
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
