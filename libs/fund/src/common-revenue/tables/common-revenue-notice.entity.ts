import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../../by.columns.js';

/** 张贴: where a publication hung on paper and since when, with a photo of it. */
@Entity('common_revenue_notice')
export class CommonRevenueNotice {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  publicationId: string;

  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'uuid' })
  fileId: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
