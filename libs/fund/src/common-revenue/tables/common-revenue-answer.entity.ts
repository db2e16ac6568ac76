import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 答复: what an objection was answered, with its paper. */
@Entity('common_revenue_answer')
export class CommonRevenueAnswer {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  objectionId: string;

  @Column({ type: 'text' })
  content: string;

  @Column({ type: 'uuid' })
  fileId: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
