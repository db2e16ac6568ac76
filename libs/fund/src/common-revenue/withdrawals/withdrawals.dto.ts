import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { PARTIES, type Party } from '../../domain/common-revenue/consents.js';
import { REVENUE_USE_CODES, REVENUE_USES, type RevenueUse } from '../../domain/common-revenue/withdrawals.js';
import { fenOf, yuanText } from '../../domain/fen.js';
import type { WithdrawalRow } from './withdrawals.queries.js';
import type { NewWithdrawal, SignedPaper } from './withdrawals.service.js';

/** 支取申请. */
export class WithdrawalRequest {
  @ApiProperty({ enum: REVENUE_USE_CODES, description: '5101 reasonable costs, 5102 maintenance fund, 5103 other' })
  @IsIn(REVENUE_USE_CODES)
  use: RevenueUse;

  @ApiProperty({ example: '860.00' }) @IsString() @MaxLength(20) amount: string;
  @ApiProperty({ example: '晋城某物业公司' }) @IsString() @MinLength(2) @MaxLength(120) payee: string;
  @ApiProperty({ example: '电梯广告位清洁费' }) @IsString() @MinLength(2) @MaxLength(200) memo: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'what it rests on; left out for reasonable costs' })
  @IsOptional()
  @IsUUID()
  basisId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'a scan that shows the cost' })
  @IsOptional()
  @IsUUID()
  fileId?: string;

  static toNew({ amount, basisId, fileId, ...told }: WithdrawalRequest, compoundId: string): NewWithdrawal {
    return { ...told, compoundId, amount: fenOf(amount), basisId: basisId ?? null, fileId: fileId ?? null };
  }
}

export class RevenueConsentRequest {
  @ApiProperty({ enum: PARTIES }) @IsIn(PARTIES) party: Party;

  @ApiPropertyOptional({ description: 'who of the committee signed the paper, where its members do not sign in' })
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(60)
  signedBy?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the scan of that paper' })
  @IsOptional()
  @IsUUID()
  fileId?: string;

  static paperOf({ signedBy, fileId }: RevenueConsentRequest): SignedPaper | null {
    return signedBy === undefined || fileId === undefined ? null : { signedBy, fileId };
  }
}

export class RevenueRejectionRequest {
  @ApiProperty({ example: '发票与申请不符' }) @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

export class RevenuePaidResponse {
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'the entry; null while others are awaited',
  })
  entry: string | null;
}

export class RevenueConsentResponse {
  @ApiProperty({ enum: PARTIES }) party: Party;
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ type: String, nullable: true, description: 'who signed, where it was agreed on paper' })
  signedBy: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) fileId: string | null;
}

export class RevenueEntryBrief {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() number: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() isReversed: boolean;
}

export class WithdrawalResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: REVENUE_USE_CODES }) use: RevenueUse;
  @ApiProperty({ example: '合理成本' }) useName: string;
  @ApiProperty() amount: string;
  @ApiProperty() payee: string;
  @ApiProperty() memo: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) fileId: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'what it rests on; null for reasonable costs' })
  document: string | null;
  @ApiProperty() askedBy: string;
  @ApiProperty({ format: 'date-time' }) askedAt: string;
  @ApiProperty({ description: 'parties that have to agree' }) needed: number;
  @ApiProperty({ type: [RevenueConsentResponse] }) consents: RevenueConsentResponse[];
  @ApiProperty({ description: 'whether the caller recorded one of them, and so agrees for no other party' })
  hasAgreed: boolean;

  @ApiProperty({ type: String, nullable: true, description: 'why it was sent back' }) rejected: string | null;
  @ApiProperty({ type: RevenueEntryBrief, nullable: true }) entry: RevenueEntryBrief | null;

  static from(row: WithdrawalRow, callerId: string): WithdrawalResponse {
    const { id, use, amount, payee, memo, fileId, document, askedBy, askedAt, needed, consents, rejected, entry } = row;
    return {
      ...{ id, use, useName: REVENUE_USES[use], amount: yuanText(amount), payee, memo, fileId, document, needed },
      ...{ askedBy, askedAt: new Date(askedAt).toISOString(), rejected: rejected?.reason ?? null, entry },
      hasAgreed: consents.some(({ byId }) => byId === callerId),
      consents: consents.map(({ party, by, at, signedBy, fileId: paper }) => {
        return { party, by, at: new Date(at).toISOString(), signedBy, fileId: paper };
      }),
    };
  }
}
