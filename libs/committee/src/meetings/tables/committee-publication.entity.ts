import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../../signed.columns.js';

/** 公告: the minutes as owners read them, from this day on. */
@Entity('committee_publication')
export class CommitteePublication {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  meetingId: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column({ type: 'text' })
  place: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
