import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 公示: the statement of a quarter as it was published, word for word. */
@Entity('common_revenue_publication')
export class CommonRevenuePublication {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  compoundId: string;

  /** Such as `2026-Q3`. */
  @Column({ type: 'text' })
  period: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text' })
  statement: string;

  /** SHA-256 of the statement, in hexadecimal. */
  @Column({ type: 'text' })
  digest: string;

  @Column({ type: 'text' })
  publisher: string;

  /** What was corrected, where it is not the first of its quarter. */
  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
