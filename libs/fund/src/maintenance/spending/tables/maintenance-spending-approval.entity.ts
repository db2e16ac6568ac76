import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../../by.columns.js';

/** One of the two who approve that an instalment is paid. */
@Entity('maintenance_spending_approval')
export class MaintenanceSpendingApproval {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  requestId: string;

  /** The first or the second of two. */
  @PrimaryColumn({ type: 'smallint' })
  position: number;

  @Column({ type: 'text' })
  declaration: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
