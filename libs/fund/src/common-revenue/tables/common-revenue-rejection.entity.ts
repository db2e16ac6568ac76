import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 退回: one party sent a withdrawal back, and it is over. */
@Entity('common_revenue_rejection')
export class CommonRevenueRejection {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  withdrawalId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
