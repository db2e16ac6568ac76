import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '#libs/platform';
import { yuanText } from '../../domain/fen.js';
import { BENEFITS, type Benefit } from '../../domain/maintenance/cost-split.js';
import {
  lackingPapers,
  paperDeeds,
  PAPER_DEEDS,
  REPAIR_PAPERS,
  type RepairPaper,
} from '../../domain/maintenance/repair-papers.js';
import { REPAIR_STATES, type RepairState } from '../../domain/maintenance/instalments.js';
import { EMERGENCIES } from '../../domain/uses.js';
import { ProjectQuoteResponse } from '../../spending/project-answers.dto.js';
import { VoucherResponse } from '../../vouchers/vouchers.dto.js';
import { isDevelopers, type SplitShare } from './cost-splits.service.js';
import { InstalmentSheet } from './instalments/instalments.dto.js';
import { repairState } from './instalments/instalments.queries.js';
import type { NamedShare, SpendingSheet } from './spending-reader.js';
import { RepairAcceptanceResponse, RepairContractResponse } from './papers/repair-papers.dto.js';
import { costOf, factsOf, type SpendingRow } from './spendings.queries.js';

export class SpendingShareResponse {
  @ApiProperty({ format: 'uuid' }) unitId: string;
  @ApiProperty() address: string;
  @ApiProperty({ description: 'integer of 0.01 m²' }) floorArea: number;
  @ApiProperty({ description: '应分摊' }) share: string;
  @ApiProperty({ description: '由分户支付' }) taken: string;
  @ApiProperty({ description: '还差' }) lacking: string;
  @ApiProperty({ description: 'unsold or undelivered: the developer owes what is lacking' }) isDevelopers: boolean;

  static preview({ home, share, taken, lacking }: SplitShare): SpendingShareResponse {
    const { unitId, address, area } = home;
    const of = { unitId, address, floorArea: Number(area), isDevelopers: isDevelopers(home) };
    return { ...of, share: yuanText(share), taken: yuanText(taken), lacking: yuanText(lacking) };
  }

  static from({ unitId, address, area, amount, taken, isDevelopers: isTheirs }: NamedShare): SpendingShareResponse {
    const lacking = yuanText(BigInt(amount) - BigInt(taken));
    const of = { unitId, address, floorArea: Number(area), isDevelopers: isTheirs };
    return { ...of, share: yuanText(amount), taken: yuanText(taken), lacking };
  }
}

export class CostSplitResponse {
  @ApiProperty({ type: [SpendingShareResponse] }) shares: SpendingShareResponse[];
  @ApiProperty({ description: 'what sub-accounts lack in all' }) lacking: string;

  static of(shares: readonly SplitShare[]): CostSplitResponse {
    const lacking = shares.reduce((sum, each) => sum + each.lacking, 0n);
    return { shares: shares.map((each) => SpendingShareResponse.preview(each)), lacking: yuanText(lacking) };
  }
}

export class MaintenanceSpendingResponse {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) compoundId: string;
  @ApiProperty() title: string;
  @ApiProperty({ enum: BENEFITS }) benefit: Benefit;
  @ApiProperty({ type: String, nullable: true }) building: string | null;
  @ApiProperty({ type: String, nullable: true }) stairway: string | null;
  @ApiProperty({ description: 'what was asked for' }) amount: string;
  @ApiProperty({ description: 'what homes bear: by the contract, once there is one' }) cost: string;
  @ApiProperty() taken: string;
  @ApiProperty({ description: 'what is still due from homes, now or later' }) owed: string;
  @ApiProperty() payee: string;
  @ApiProperty({ type: String, nullable: true, description: '应急情形' }) emergency: string | null;
  @ApiProperty({ description: 'what allows it' }) document: string;
  @ApiProperty({ format: 'date' }) decidedOn: string;
  @ApiProperty({ format: 'date' }) askedOn: string;
  @ApiProperty() askedBy: string;
  @ApiProperty({ enum: REPAIR_STATES }) state: RepairState;
  @ApiProperty({ type: String, nullable: true, description: 'why it was sent back' }) rejected: string | null;

  static from(row: SpendingRow): MaintenanceSpendingResponse {
    const { id, compoundId, title, benefit, building, stairway, payee, document, decidedOn, askedOn, askedBy } = row;
    const { amount, taken, emergency, rejected } = row;
    const cost = costOf(row);
    const owed = cost - BigInt(taken);
    return {
      ...{ id, compoundId, title, benefit, building, stairway, payee, document, decidedOn, askedOn, askedBy, rejected },
      ...{ amount: yuanText(amount), cost: yuanText(cost), taken: yuanText(taken), owed: yuanText(owed) },
      emergency: emergency && EMERGENCIES[emergency],
      state: repairState(row),
    };
  }
}

export class MaintenanceSpendingsResponse {
  @ApiProperty({ type: [MaintenanceSpendingResponse] }) items: MaintenanceSpendingResponse[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

const DEEDS = [...PAPER_DEEDS, 'reject'] as const;
type SpendingDeed = (typeof DEEDS)[number];

export class MaintenanceSpendingSheetResponse extends MaintenanceSpendingResponse {
  @ApiProperty({ type: [SpendingShareResponse] }) shares: SpendingShareResponse[];
  @ApiProperty({ enum: DEEDS, isArray: true, description: 'what the caller may do about it now' })
  deeds: SpendingDeed[];
  @ApiProperty({ type: [InstalmentSheet], description: 'as its contract pays; none before' })
  instalments: InstalmentSheet[];

  @ApiProperty({ type: [ProjectQuoteResponse], description: 'the lowest first' }) quotes: ProjectQuoteResponse[];
  @ApiProperty({ type: RepairContractResponse, nullable: true }) contract: RepairContractResponse | null;
  @ApiProperty({ type: RepairAcceptanceResponse, nullable: true }) acceptance: RepairAcceptanceResponse | null;
  @ApiProperty({ type: [VoucherResponse] }) vouchers: VoucherResponse[];
  @ApiProperty({ enum: REPAIR_PAPERS, isArray: true, description: 'what it still lacks' }) lacking: RepairPaper[];

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'once it is paid: by when that is to be there',
  })
  dueOn: string | null;

  @ApiProperty() isOverdue: boolean;

  static sheet(
    { spending, instalments, shares, keeps, vouchers, clock }: SpendingSheet,
    language: Language,
  ): MaintenanceSpendingSheetResponse {
    const told = MaintenanceSpendingResponse.from(spending);
    const ofAsked: readonly SpendingDeed[] = told.state === 'asked' ? ['reject'] : [];
    return {
      ...told,
      shares: shares.map((share) => SpendingShareResponse.from(share)),
      deeds: keeps ? [...paperDeeds(factsOf(spending)), ...ofAsked] : [],
      instalments: instalments.map((each) => InstalmentSheet.sheet(each, language)),
      quotes: spending.quotes.map(({ amount, ...quote }) => ({ ...quote, amount: yuanText(amount) })),
      contract: spending.contract && RepairContractResponse.from(spending.contract),
      acceptance: spending.acceptance && RepairAcceptanceResponse.from(spending.acceptance),
      vouchers: vouchers.map((voucher) => VoucherResponse.from(voucher)),
      lacking: [...lackingPapers(spending)],
      ...clock,
    };
  }
}
