import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 异议: to the statement of a quarter or to one of its entries; who raised it is told to nobody but the offices. */
@Entity('common_revenue_objection')
export class CommonRevenueObjection {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  @Column({ type: 'text' })
  period: string;

  @Column({ type: 'uuid', nullable: true })
  entryId: string | null;

  @Column({ type: 'uuid', nullable: true })
  bookId: string | null;

  @Column({ type: 'text' })
  content: string;

  /** Who objected on paper; null for an owner who signed in. */
  @Column({ type: 'text', nullable: true })
  objector: string | null;

  @Column({ type: 'uuid', nullable: true })
  fileId: string | null;

  @Column({ type: 'date' })
  onDay: string;

  /** 到期销毁: since when it is told of nobody who raised it; the database's own function alone writes it. */
  @Column({ type: 'date', nullable: true })
  namesErasedOn: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
