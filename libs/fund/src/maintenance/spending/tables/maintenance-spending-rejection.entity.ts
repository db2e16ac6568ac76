import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../../by.columns.js';

@Entity('maintenance_spending_rejection')
export class MaintenanceSpendingRejection {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  spendingId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
