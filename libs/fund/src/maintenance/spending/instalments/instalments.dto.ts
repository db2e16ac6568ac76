import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { fillTemplate } from '#libs/kernel';
import { errorDefinition, IsDay, type Language } from '#libs/platform';
import type { ApprovalRefusal } from '../../../domain/approvals.js';
import { fenOf, yuanText } from '../../../domain/fen.js';
import {
  INSTALMENT_KINDS,
  INSTALMENT_STATES,
  type Instalment,
  type InstalmentKind,
  type InstalmentState,
} from '../../../domain/maintenance/instalments.js';
import { INSTALMENT_DEEDS, type InstalmentDeed, type LackingRefusal } from './instalment-rules.js';
import { instalmentState, type InstalmentRow } from './instalments.queries.js';

/** One payment that the contract lays down. */
export class InstalmentRequest {
  @ApiProperty({ enum: INSTALMENT_KINDS, description: '预付款、进度款、结算款、质保金' })
  @IsIn(INSTALMENT_KINDS)
  kind: InstalmentKind;

  @ApiProperty({ example: '25800.00' }) @IsString() @MaxLength(20) amount: string;

  @ApiPropertyOptional({ format: 'date', description: '质保期满日, of what is retained alone' })
  @IsOptional()
  @IsDay()
  dueOn?: string;

  static toInstalment({ kind, amount, dueOn }: InstalmentRequest): Instalment {
    return { kind, amount: fenOf(amount), dueOn: dueOn ?? null };
  }
}

export class InstalmentApprovalRequest {
  @ApiProperty({ description: 'that one has no tie to whoever is paid' }) @IsBoolean() hasNoInterest: boolean;
  @ApiPropertyOptional({ format: 'date', description: 'of the entry; left out: today' })
  @IsOptional()
  @IsDay()
  date?: string;
}

export class InstalmentCollectionRequest {
  @ApiPropertyOptional({ format: 'date', description: 'of the entry; left out: today' })
  @IsOptional()
  @IsDay()
  date?: string;
}

export class InstalmentPaidResponse {
  @ApiProperty({ type: String, nullable: true, format: 'uuid', description: 'null: nothing was taken yet' })
  entry: string | null;
}

/** One payment of a contract, as everybody may see it. */
export class InstalmentResponse {
  @ApiProperty({ description: 'the first is 1' }) position: number;
  @ApiProperty({ enum: INSTALMENT_KINDS }) kind: InstalmentKind;
  @ApiProperty() amount: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '质保期满日' }) dueOn: string | null;
  @ApiProperty({ enum: INSTALMENT_STATES }) state: InstalmentState;
  @ApiProperty({ description: 'paid of it' }) taken: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'when money was last taken for it' })
  paidOn: string | null;

  static from(row: InstalmentRow): InstalmentResponse {
    const { position, kind, amount, dueOn, taken, paidOn } = row;
    const of = { position, kind, dueOn, paidOn, state: instalmentState(row) };
    return { ...of, amount: yuanText(amount), taken: yuanText(taken) };
  }
}

/** An instalment, with what whoever reads it may do about it. */
export interface InstalmentFile {
  readonly row: InstalmentRow;
  readonly deeds: readonly InstalmentDeed[];
  /** Why it does not go on now, where the caller keeps the fund. */
  readonly fault: LackingRefusal | ApprovalRefusal | null;
}

/** The same as its offices see it. */
export class InstalmentSheet extends InstalmentResponse {
  @ApiProperty({ type: String, nullable: true, description: 'who asks that it is paid' }) askedBy: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) askedOn: string | null;
  @ApiProperty({ type: [String], description: 'who approved it' }) approvedBy: string[];
  @ApiProperty({ type: String, nullable: true, description: 'why it was last sent back' }) sentBack: string | null;
  @ApiProperty({ enum: INSTALMENT_DEEDS, isArray: true, description: 'what the caller may do about it now' })
  deeds: InstalmentDeed[];

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'to whoever keeps the fund: what it waits for, or why they do not approve it',
  })
  hindrance: string | null;

  static sheet({ row, deeds, fault }: InstalmentFile, language: Language): InstalmentSheet {
    const { request, sentBack, dueOn } = row;
    const template = fault && (errorDefinition(fault)?.[language] ?? fault);
    return {
      ...InstalmentResponse.from(row),
      ...{ askedBy: request?.askedBy ?? null, askedOn: request?.askedOn ?? null, sentBack, deeds: [...deeds] },
      approvedBy: request?.approvals.map(({ name }) => name) ?? [],
      hindrance: template && fillTemplate(template, { day: dueOn ?? '' }),
    };
  }
}
