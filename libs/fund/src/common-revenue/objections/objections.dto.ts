import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Page } from '#libs/platform';
import { IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { OBJECTION_STATES, type ObjectionState } from '../../domain/common-revenue/objections.js';

/** 异议, of an owner who signed in. */
export class RevenueObjectionRequest {
  @ApiProperty({ format: 'uuid' }) @IsUUID() compoundId: string;
  @ApiProperty({ example: '2026-Q3' }) @IsString() @MaxLength(10) period: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'one entry; left out: the whole statement' })
  @IsOptional()
  @IsUUID()
  entryId?: string;

  @ApiProperty({ example: '电梯广告收入与合同金额不符' }) @IsString() @MinLength(5) @MaxLength(1000) content: string;
}

/** The same at the desk, for an owner who brought a paper. */
export class RevenuePaperObjectionRequest {
  @ApiProperty({ example: '2026-Q3' }) @IsString() @MaxLength(10) period: string;
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() entryId?: string;
  @ApiProperty() @IsString() @MinLength(5) @MaxLength(1000) content: string;
  @ApiProperty({ description: 'seen by offices alone' }) @IsString() @MinLength(2) @MaxLength(60) objector: string;
  @ApiProperty({ format: 'uuid', description: 'a scan of the paper' }) @IsUUID() fileId: string;
}

export class RevenueAnswerRequest {
  @ApiProperty() @IsString() @MinLength(5) @MaxLength(2000) content: string;
  @ApiProperty({ format: 'uuid', description: 'a scan of the answer' }) @IsUUID() fileId: string;
}

export class RevenueEscalationRequest {
  @ApiProperty({ example: '逾期未答复，街道约谈物业企业' }) @IsString() @MinLength(5) @MaxLength(1000) note: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'a case of WY-18 about this compound' })
  @IsOptional()
  @IsUUID()
  actId?: string;
}

export class RevenueSaidResponse {
  @ApiProperty() content: string;
  @ApiProperty({ format: 'date' }) onDay: string;
}

/** An objection as everybody reads it: nobody is told who raised it. */
export class RevenueObjectionResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: '2026-Q3' }) period: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) entryId: string | null;
  @ApiProperty({ type: String, nullable: true, description: '凭证号' }) entryNumber: string | null;
  @ApiProperty() content: string;
  @ApiProperty() isOnPaper: boolean;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ enum: OBJECTION_STATES }) state: ObjectionState;
  @ApiProperty({ type: RevenueSaidResponse, nullable: true }) answer: RevenueSaidResponse | null;
  @ApiProperty({ type: RevenueSaidResponse, nullable: true, description: 'what the sub-district did' })
  escalation: RevenueSaidResponse | null;
}

export class RevenueObjectionsResponse {
  @ApiProperty({ type: [RevenueObjectionResponse], description: 'the latest first' }) items: RevenueObjectionResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;

  static from({ items, next }: Page<RevenueObjectionResponse>): RevenueObjectionsResponse {
    return { items: [...items], next };
  }
}

export const REVENUE_OVERDUE_KINDS = ['statement', 'objection'] as const;

/** 逾期未公示、异议逾期未答复. */
export class RevenueOverdueItem {
  @ApiProperty({ enum: REVENUE_OVERDUE_KINDS }) kind: (typeof REVENUE_OVERDUE_KINDS)[number];
  @ApiProperty({ format: 'uuid' }) compoundId: string;
  @ApiProperty() compound: string;
  @ApiProperty({ example: '2026-Q3' }) period: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) objectionId: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'the firm of the account' }) company: string | null;
}

export class RevenueOverdueResponse {
  @ApiProperty({ type: [RevenueOverdueItem], description: 'the longest overdue first' }) items: RevenueOverdueItem[];
}
