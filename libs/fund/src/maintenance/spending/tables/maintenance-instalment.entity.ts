import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InstalmentKind } from '../../../domain/maintenance/instalments.js';

/** 分期付款: one payment of the contract of a repair. */
@Entity('maintenance_instalment')
export class MaintenanceInstalment {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  spendingId: string;

  /** The first is 1. */
  @PrimaryColumn({ type: 'smallint' })
  position: number;

  @Column({ type: 'text' })
  kind: InstalmentKind;

  /** In fen. */
  @Column({ type: 'bigint' })
  amount: string;

  /** 质保期满日, before which what is retained is not paid. */
  @Column({ type: 'date', nullable: true })
  dueOn: string | null;
}
