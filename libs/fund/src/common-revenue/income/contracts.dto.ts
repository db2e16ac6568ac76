import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsDay } from '#libs/platform';
import type { Day } from '#libs/kernel';
import {
  INCOME_KIND_CODES,
  INCOME_KINDS,
  PERIODS,
  standingOf,
  type IncomeKind,
} from '../../domain/common-revenue/income.js';
import { fenOf, yuanText } from '../../domain/fen.js';
import type { RevenueContractRow } from './contracts.queries.js';
import type { NewIncome, NewRevenueContract } from './contracts.service.js';
import type { UnlinkedEntry } from './unlinked.queries.js';

const KIND = {
  enum: INCOME_KIND_CODES,
  description: 'the account of the kind, 4111 parking to 4118 telecom, 4101 other',
};

/** 经营合同. */
export class RevenueContractRequest {
  @ApiProperty(KIND) @IsIn(INCOME_KIND_CODES) kind: IncomeKind;
  @ApiProperty({ example: '某传媒公司' }) @IsString() @MinLength(2) @MaxLength(120) party: string;
  @ApiProperty({ example: 'GG-2026-1' }) @IsString() @MinLength(1) @MaxLength(60) number: string;
  @ApiProperty({ example: '1至6号楼电梯轿厢' }) @IsString() @MinLength(2) @MaxLength(120) place: string;
  @ApiProperty() @IsDay() from: string;
  @ApiProperty({ description: 'last day' }) @IsDay() until: string;
  @ApiProperty({ enum: PERIODS, description: 'months of a period' }) @IsIn(PERIODS) periodMonths: number;
  @ApiProperty({ example: '3200.00', description: 'due for each period' }) @IsString() @MaxLength(20) amount: string;

  @ApiProperty({ description: 'days after the first of a period by which it is due' })
  @IsInt()
  @Min(0)
  @Max(366)
  graceDays: number;

  @ApiPropertyOptional({ format: 'uuid', description: 'by which the owners agreed to it (M8)' })
  @IsOptional()
  @IsUUID()
  resolutionId?: string;

  @ApiProperty({ format: 'uuid', description: 'a scan of the contract' }) @IsUUID() fileId: string;

  static toNew({ amount, resolutionId, ...told }: RevenueContractRequest, compoundId: string): NewRevenueContract {
    return { ...told, compoundId, amount: fenOf(amount), resolutionId: resolutionId ?? null };
  }
}

export class RevenueContractEndingRequest {
  @ApiProperty() @IsDay() lastDay: string;
  @ApiProperty({ example: '双方协商' }) @IsString() @MinLength(2) @MaxLength(500) reason: string;
}

export class RevenueIncomeRequest {
  @ApiProperty({ example: '3200.00' }) @IsString() @MaxLength(20) amount: string;
  @ApiProperty() @IsDay() date: string;
  @ApiPropertyOptional() @IsOptional() @IsString() @MinLength(2) @MaxLength(200) memo?: string;

  static toNew({ amount, date, memo }: RevenueIncomeRequest, contractId: string, key: string): NewIncome {
    return { contractId, amount: fenOf(amount), day: date, memo: memo ?? null, key };
  }
}

export class RevenueReceiptRequest {
  @ApiProperty({ format: 'uuid', description: 'an entry of the book' }) @IsUUID() entryId: string;
}

/** What an entry brought of one kind. */
export class RevenueBrought {
  @ApiProperty(KIND) kind: IncomeKind;
  @ApiProperty({ example: '3200.00' }) amount: string;
}

/** 未关联合同的到账. */
export class UnlinkedRevenueResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: '凭证号' }) number: string;
  @ApiProperty({ format: 'date' }) day: string;
  @ApiProperty() memo: string;
  @ApiProperty({ type: String, nullable: true, description: 'who paid, as the bank wrote it' })
  counterparty: string | null;

  @ApiProperty({ type: [RevenueBrought] }) brought: RevenueBrought[];

  static from({ brought, ...told }: UnlinkedEntry): UnlinkedRevenueResponse {
    return { ...told, brought: brought.map(({ kind, amount }) => ({ kind, amount: yuanText(amount) })) };
  }
}

export class UnlinkedRevenuesResponse {
  @ApiProperty({ type: [UnlinkedRevenueResponse], description: 'the latest first' }) items: UnlinkedRevenueResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class RevenueContractResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty(KIND) kind: IncomeKind;
  @ApiProperty({ example: '电梯和外墙广告' }) kindName: string;
  @ApiProperty() party: string;
  @ApiProperty() number: string;
  @ApiProperty() place: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date', description: 'last day, or the earlier one on which it was ended' }) until: string;
  @ApiProperty() isEndedEarly: boolean;
  @ApiProperty() periodMonths: number;
  @ApiProperty() amount: string;
  @ApiProperty({ type: String, nullable: true, description: 'what the owners resolved; null where nobody brought it' })
  resolution: string | null;

  @ApiProperty({ format: 'uuid' }) fileId: string;
  @ApiProperty({ description: 'by today' }) due: string;
  @ApiProperty() received: string;
  @ApiProperty({ description: 'due and not received' }) owed: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) owedSince: string | null;

  static from(row: RevenueContractRow, day: Day): RevenueContractResponse {
    const { id, kind, party, number, place, from, endedOn, periodMonths, amount, resolution, fileId, graceDays } = row;
    const until = endedOn ?? row.until;
    const terms = { from, until, periodMonths, amount: BigInt(amount), graceDays };
    const { due, received, owed, owedSince } = standingOf(terms, BigInt(row.received), day);
    return {
      ...{
        id,
        kind,
        kindName: INCOME_KINDS[kind],
        party,
        number,
        place,
        from,
        until,
        periodMonths,
        resolution,
        fileId,
      },
      ...{ isEndedEarly: endedOn !== null, amount: yuanText(amount), due: yuanText(due), received: yuanText(received) },
      ...{ owed: yuanText(owed), owedSince },
    };
  }
}

export class RevenueContractsResponse {
  @ApiProperty({ type: [RevenueContractResponse] }) items: RevenueContractResponse[];
}
