import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import { PARTIES, type Party } from '../../domain/common-revenue/consents.js';
import {
  BASIS_KINDS,
  REVENUE_USE_CODES,
  REVENUE_USES,
  type BasisKind,
  type RevenueUse,
} from '../../domain/common-revenue/withdrawals.js';
import { fenOf, yuanText } from '../../domain/fen.js';
import type { BasisRow } from '../withdrawals/withdrawals.queries.js';
import { WithdrawalResponse } from '../withdrawals/withdrawals.dto.js';
import type { NewBasis, NewRevenueAccount } from './accounts.service.js';

/** 三方共管专户. */
export class RevenueAccountRequest {
  @ApiProperty({ example: '中国农业银行晋城东街支行' }) @IsString() @MinLength(2) @MaxLength(120) bank: string;
  @ApiProperty({ example: '0482 0101 0400 1234' }) @IsString() @MinLength(4) @MaxLength(40) number: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the firm; left out where the compound looks after itself' })
  @IsOptional()
  @IsUUID()
  companyId?: string;

  @ApiProperty() @IsDay() since: string;
  @ApiProperty({ example: '三方共管协议〔2026〕1号' }) @IsString() @MinLength(2) @MaxLength(120) document: string;
  @ApiProperty({ format: 'uuid', description: 'a scan of the agreement' }) @IsUUID() fileId: string;

  static toNew({ companyId, ...told }: RevenueAccountRequest, compoundId: string): NewRevenueAccount {
    return { ...told, compoundId, companyId: companyId ?? null };
  }
}

/** 支取依据. */
export class RevenueBasisRequest {
  @ApiProperty({ enum: BASIS_KINDS }) @IsIn(BASIS_KINDS) kind: BasisKind;
  @ApiPropertyOptional({ format: 'uuid', description: 'on common revenue (M9b)' })
  @IsOptional()
  @IsUUID()
  resolutionId?: string;

  @ApiProperty({ enum: REVENUE_USE_CODES }) @IsIn(REVENUE_USE_CODES) use: RevenueUse;
  @ApiProperty({ example: '20000.00', description: 'in all for a resolution, each year for a rule' })
  @IsString()
  @MaxLength(20)
  most: string;

  @ApiPropertyOptional({ description: 'of a rule; a resolution holds from its own day' })
  @IsOptional()
  @IsDay()
  from?: string;
  @ApiPropertyOptional({ description: 'last day; left out: without end' }) @IsOptional() @IsDay() until?: string;

  @ApiPropertyOptional({ example: '管理规约第二十条', description: 'of a rule' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(120)
  document?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'a scan of the rule' }) @IsOptional() @IsUUID() fileId?: string;

  static toNew(request: RevenueBasisRequest, compoundId: string): NewBasis {
    const { kind, use, most, resolutionId, from, until, document, fileId } = request;
    const none = { resolutionId: resolutionId ?? null, from: from ?? null, until: until ?? null };
    return { ...none, compoundId, kind, use, most: fenOf(most), document: document ?? null, fileId: fileId ?? null };
  }
}

export class RevenueBasisResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: BASIS_KINDS }) kind: BasisKind;
  @ApiProperty({ enum: REVENUE_USE_CODES }) use: RevenueUse;
  @ApiProperty() useName: string;
  @ApiProperty() most: string;
  @ApiProperty({ description: 'of this year for a rule' }) left: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) until: string | null;
  @ApiProperty() document: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) fileId: string | null;

  static from({ most, drawn, ...row }: BasisRow): RevenueBasisResponse {
    const left = yuanText(BigInt(most) - BigInt(drawn));
    return { ...row, most: yuanText(most), left, useName: REVENUE_USES[row.use] };
  }
}

export class RevenuePartyBrief {
  @ApiProperty({ enum: PARTIES }) party: Party;
  @ApiProperty({ type: String, nullable: true, description: 'null where nobody is registered' }) name: string | null;
  @ApiProperty({ description: 'whether another body stands in (指导规则 58)' }) isStandIn: boolean;
}

export class RevenuePartyResponse extends RevenuePartyBrief {
  @ApiProperty({ description: 'whether the caller speaks for it' }) isOwn: boolean;
}

export class RevenueAccountResponse {
  @ApiProperty() bank: string;
  @ApiProperty() number: string;
  @ApiProperty({ format: 'date' }) since: string;
  @ApiProperty() document: string;
  @ApiProperty({ format: 'uuid' }) fileId: string;
}

/** The common revenue of a compound as its parties work on it. */
export class CompoundRevenueResponse {
  @ApiProperty() name: string;
  @ApiProperty({ type: RevenueAccountResponse, nullable: true }) account: RevenueAccountResponse | null;
  @ApiProperty({ type: [RevenuePartyResponse] }) parties: RevenuePartyResponse[];
  @ApiProperty({ description: 'parties that have to agree today' }) needed: number;
  @ApiProperty({ description: 'in the bank, by the books' }) balance: string;
  @ApiProperty({ description: 'what costs may still take this year without a decision' }) costsLeft: string;
  @ApiProperty({ type: [RevenueBasisResponse] }) bases: RevenueBasisResponse[];
  @ApiProperty({ type: [WithdrawalResponse] }) withdrawals: WithdrawalResponse[];
  @ApiProperty({ description: 'whether the caller keeps its books: account, decisions and what came in' })
  mayKeep: boolean;

  @ApiProperty({ description: 'whether the caller looks after it: contracts, withdrawals, statements and answers' })
  mayAsk: boolean;

  @ApiProperty({ description: 'whether the caller takes objections of owners on paper' }) mayTake: boolean;
}
