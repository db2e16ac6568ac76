import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';
import type { BasisKind, RevenueUse } from '../../domain/common-revenue/withdrawals.js';

/** 支取依据: a resolution on common revenue (M9b), or a rule of the owners that allows so much each year. */
@Entity('common_revenue_basis')
export class CommonRevenueBasis {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  kind: BasisKind;

  @Column({ type: 'uuid', nullable: true })
  resolutionId: string | null;

  @Column({ type: 'text' })
  useCode: RevenueUse;

  @Column({ type: 'bigint' })
  most: string;

  @Column({ type: 'date' })
  fromDay: string;

  @Column({ type: 'date', nullable: true })
  untilDay: string | null;

  /** How entries cite it. */
  @Column({ type: 'text' })
  document: string;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
