import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

export const DEPOSIT_KINDS = ['first', 'top-up'] as const;
export type DepositKind = (typeof DEPOSIT_KINDS)[number];

/** 首期交存与续交: what was paid into a home's sub-account, by one entry. */
@Entity('maintenance_deposit')
export class MaintenanceDeposit {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  unitId: string;

  @Column({ type: 'text' })
  kind: DepositKind;

  /** In fen. */
  @Column({ type: 'bigint' })
  amount: string;

  @Column({ type: 'date' })
  onDay: string;

  /** 专用票据 or bank slip that shows it. */
  @Column({ type: 'text', nullable: true })
  document: string | null;

  @Column({ type: 'uuid' })
  entryId: string;

  @Column({ type: 'uuid' })
  bookId: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
