import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IdPageQuery, IsDay, IsFlag } from '#libs/platform';
import { fenOf } from '../domain/fen.js';
import { EMERGENCY_KINDS, SOURCE_CODES, USE_CODES, type Emergency, type Source, type Use } from '../domain/uses.js';
import type { NewContract } from './contracts/contracts.service.js';
import type { NamedDecision } from './decision-papers.js';
import type { NewPayment } from './payments/payments.service.js';
import type { NewAcceptance, NewProject } from './projects.service.js';

const AMOUNT = { example: '86000.00', description: 'yuan, as decimal text' } as const;

export class ProjectsQuery extends IdPageQuery {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() compound?: string;

  @ApiPropertyOptional({ description: 'only those with a payment that waits for approval' })
  @IsOptional()
  @IsFlag()
  waiting?: boolean;
}

/** 用款申请. */
export class NewProjectRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() compoundId: string;
  @ApiProperty({ example: '3号楼屋面防水修缮' }) @IsString() @MinLength(2) @MaxLength(120) title: string;
  @ApiProperty({ enum: USE_CODES }) @IsIn(USE_CODES) use: Use;
  @ApiProperty({ example: '顶层住户渗漏' }) @IsString() @MinLength(2) @MaxLength(1000) reason: string;
  @ApiProperty(AMOUNT) @IsString() @MaxLength(20) amount: string;

  @ApiPropertyOptional({ description: 'whom it helps; everybody else reads it masked' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(60)
  beneficiary?: string;

  @ApiPropertyOptional({ enum: EMERGENCY_KINDS, description: 'what happened, for the path of emergencies' })
  @IsOptional()
  @IsIn(EMERGENCY_KINDS)
  emergency?: Emergency;

  static toNew({ amount, beneficiary, emergency, ...told }: NewProjectRequest): NewProject {
    return { ...told, amount: fenOf(amount), beneficiary: beneficiary ?? null, emergency: emergency ?? null };
  }
}

export class ProjectReviewRequest {
  @ApiProperty() @IsBoolean() agrees: boolean;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(1000) note?: string;
}

export class ProjectDecisionRequest {
  @ApiProperty({ enum: ['resolution', 'act'] }) @IsIn(['resolution', 'act']) kind: 'resolution' | 'act';
  @ApiProperty({ format: 'uuid', description: 'of the resolution, or of the act of WY-19' }) @IsUUID() id: string;
  @ApiProperty(AMOUNT) @IsString() @MaxLength(20) amount: string;

  static toNew({ kind, id, amount }: ProjectDecisionRequest): NamedDecision {
    return { kind, id, amount: fenOf(amount) };
  }
}

export class QuoteRequest {
  @ApiProperty({ example: '晋城某某防水工程有限公司' }) @IsString() @MinLength(2) @MaxLength(120) firm: string;
  @ApiProperty(AMOUNT) @IsString() @MaxLength(20) amount: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() fileId?: string;
}

export class AppropriationRequest {
  @ApiProperty({ enum: SOURCE_CODES }) @IsIn(SOURCE_CODES) source: Source;
  @ApiProperty(AMOUNT) @IsString() @MaxLength(20) amount: string;
}

export class ContractRequest {
  @ApiProperty({ example: 'HT-2026-018' }) @IsString() @MinLength(1) @MaxLength(60) number: string;
  @ApiProperty() @IsString() @MinLength(2) @MaxLength(120) counterparty: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MaxLength(30) creditCode?: string;
  @ApiProperty(AMOUNT) @IsString() @MaxLength(20) amount: string;
  @ApiProperty({ format: 'date' }) @IsDay() signedOn: string;

  @ApiPropertyOptional({ description: 'why not the lowest quote, where it is not' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(500)
  reason?: string;

  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() fileId?: string;

  static toNew({ amount, creditCode, reason, fileId, ...told }: ContractRequest): NewContract {
    const rest = { creditCode: creditCode ?? null, reason: reason ?? null, fileId: fileId ?? null };
    return { ...told, ...rest, amount: fenOf(amount) };
  }
}

export class PaymentRequest {
  @ApiProperty(AMOUNT) @IsString() @MaxLength(20) amount: string;
  @ApiProperty({ example: '工程款（首付）' }) @IsString() @MinLength(2) @MaxLength(200) memo: string;

  @ApiPropertyOptional({ description: 'left out: whom the contract names' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  payee?: string;

  static toNew({ amount, memo, payee }: PaymentRequest): NewPayment {
    return { amount: fenOf(amount), memo, payee: payee ?? null };
  }
}

export class ProjectAcceptanceRequest {
  @ApiProperty({ format: 'date' }) @IsDay() onDay: string;
  @ApiProperty({ example: '经闭水试验，无渗漏' }) @IsString() @MinLength(2) @MaxLength(1000) note: string;
  @ApiProperty({ format: 'uuid', description: 'the scan or photo' }) @IsUUID() fileId: string;
  @ApiProperty({ description: 'whether everybody may see it' }) @IsBoolean() isPublic: boolean;

  static toNew({ onDay, note, fileId, isPublic }: ProjectAcceptanceRequest): NewAcceptance {
    return { onDay, note, fileId, isPublic };
  }
}

export class ClosingRequest {
  @ApiProperty({ example: '完工结算，余款退回' }) @IsString() @MinLength(2) @MaxLength(500) note: string;
}

export class ApprovalRequest {
  @ApiProperty({ description: 'declares that there is no tie to whoever is paid' }) @IsBoolean() hasNoInterest: boolean;
  @ApiPropertyOptional({ format: 'date', description: 'of the entry; left out: today' })
  @IsOptional()
  @IsDay()
  date?: string;
}

export class RejectionRequest {
  @ApiProperty({ example: '发票金额不符' }) @IsString() @MinLength(2) @MaxLength(500) reason: string;
}
