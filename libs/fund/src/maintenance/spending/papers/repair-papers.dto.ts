import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsOptional, Min, ValidateNested } from 'class-validator';
import {
  ACCEPTOR_CODES,
  REPAIR_PAPERS,
  type Acceptor,
  type RepairPaper,
} from '../../../domain/maintenance/repair-papers.js';
import { yuanText } from '../../../domain/fen.js';
import { ContractRequest, ProjectAcceptanceRequest } from '../../../spending/projects.dto.js';
import { VoucherRequest } from '../../../vouchers/vouchers.dto.js';
import { InstalmentRequest } from '../instalments/instalments.dto.js';
import type { LateRepair } from './repair-overdue.js';
import type { NewRepairContract, RepairAcceptance } from './repair-papers.service.js';
import type { SpendingRow } from '../spendings.queries.js';

/** 合同, with what it pays when. */
export class RepairContractRequest extends ContractRequest {
  @ApiPropertyOptional({ type: [InstalmentRequest], description: '付款安排; left out: once, after acceptance' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => InstalmentRequest)
  instalments?: InstalmentRequest[];

  static override toNew({ instalments, ...told }: RepairContractRequest): NewRepairContract {
    const contract = ContractRequest.toNew(told);
    return instalments
      ? { ...contract, instalments: instalments.map((each) => InstalmentRequest.toInstalment(each)) }
      : contract;
  }
}

/** A scan of the whole, or of one instalment: 进度确认单、发票. */
export class RepairVoucherRequest extends VoucherRequest {
  @ApiPropertyOptional({ description: 'the instalment that it shows; left out: the whole' })
  @IsOptional()
  @IsInt()
  @Min(1)
  instalment?: number;
}

/** 验收, with the parties that took part. */
export class RepairAcceptanceRequest extends ProjectAcceptanceRequest {
  @ApiProperty({ enum: ACCEPTOR_CODES, isArray: true, description: '参加验收的各方' })
  @IsIn(ACCEPTOR_CODES, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(ACCEPTOR_CODES.length)
  acceptors: Acceptor[];

  static override toNew({ acceptors, ...told }: RepairAcceptanceRequest): RepairAcceptance {
    return { ...ProjectAcceptanceRequest.toNew(told), acceptors: [...new Set(acceptors)] };
  }
}

export class RepairContractResponse {
  @ApiProperty() number: string;
  @ApiProperty() counterparty: string;
  @ApiProperty({ type: String, nullable: true }) creditCode: string | null;
  @ApiProperty() amount: string;
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ type: String, nullable: true, description: 'why not the lowest quote' }) note: string | null;
  @ApiProperty() by: string;

  static from(contract: NonNullable<SpendingRow['contract']>): RepairContractResponse {
    return { ...contract, amount: yuanText(contract.amount) };
  }
}

export class RepairAcceptanceResponse {
  @ApiProperty({ format: 'date' }) onDay: string;
  @ApiProperty({ enum: ACCEPTOR_CODES, isArray: true }) acceptors: Acceptor[];
  @ApiProperty() note: string;
  @ApiProperty() by: string;

  static from({ acceptors, ...told }: NonNullable<SpendingRow['acceptance']>): RepairAcceptanceResponse {
    return { ...told, acceptors: [...acceptors] };
  }
}

/** A repair that was paid, of which papers are lacking after their day. */
export class OverdueRepairItem {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) compoundId: string;
  @ApiProperty() compound: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'whom the money went to' }) payee: string;
  @ApiProperty({ enum: REPAIR_PAPERS, isArray: true, description: 'what is lacking' }) lacking: RepairPaper[];
  @ApiProperty({ format: 'date' }) dueOn: string;

  static from({ lacking, ...told }: LateRepair): OverdueRepairItem {
    return { ...told, lacking: [...lacking] };
  }
}

export class OverdueRepairsResponse {
  @ApiProperty({ type: [OverdueRepairItem], description: 'the longest overdue first' }) items: OverdueRepairItem[];
}
