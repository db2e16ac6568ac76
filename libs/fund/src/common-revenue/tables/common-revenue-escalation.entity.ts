import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 街道介入: the sub-district takes an objection up, with its case of WY-18 where it opened one. */
@Entity('common_revenue_escalation')
export class CommonRevenueEscalation {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  objectionId: string;

  @Column({ type: 'text' })
  note: string;

  @Column({ type: 'uuid', nullable: true })
  actId: string | null;

  @Column({ type: 'date' })
  onDay: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
