import { Column, Entity, PrimaryColumn } from 'typeorm';
import { SignedColumns } from '../../signed.columns.js';

/** 会议记录: written once, signed by members, then posted. */
@Entity('committee_minutes')
export class CommitteeMinutes {
  @PrimaryColumn({ type: 'smallint' })
  cityId: number;

  @PrimaryColumn({ type: 'uuid' })
  meetingId: string;

  @Column({ type: 'text' })
  content: string;

  @Column({ type: 'date' })
  onDay: string;

  @Column(() => SignedColumns, { prefix: false })
  signed: SignedColumns;
}
