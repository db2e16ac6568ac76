import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';
import type { IncomeKind } from '../../domain/common-revenue/income.js';

/** 经营合同: who uses common parts of a compound, for how long, and what is due for each period. */
@Entity('common_revenue_contract')
export class CommonRevenueContract {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  kind: IncomeKind;

  @Column({ type: 'text' })
  party: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'date' })
  fromDay: string;

  @Column({ type: 'date' })
  untilDay: string;

  @Column({ type: 'smallint' })
  periodMonths: number;

  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'smallint' })
  graceDays: number;

  /** What the owners resolved about trading with common parts (M8); null where nobody brought it. */
  @Column({ type: 'uuid', nullable: true })
  resolutionId: string | null;

  @Column({ type: 'uuid' })
  fileId: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
