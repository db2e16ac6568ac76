import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ByColumns } from '../by.columns.js';

/** 张贴: a published statement on paper, on a notice board, with its photo. */
@Entity('disclosure_posting')
export class DisclosurePosting {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  publicationId: string;

  @Column({ type: 'text' })
  place: string;

  /** It may have hung there before it was recorded; both days are told. */
  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'uuid' })
  fileId: string;

  @Column(() => ByColumns, { prefix: false })
  by: ByColumns;
}
